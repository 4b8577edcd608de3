<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>LinkRow</name>
    <message>
        <source>State of {kind}</source>
        <translation>{kind}の状態</translation>
    </message>
    <message>
        <source>Remove {kind}</source>
        <translation>{kind}を取り除く</translation>
    </message>
    <message>
        <source>Address of {kind}</source>
        <translation>{kind}のアドレス</translation>
    </message>
    <message>
        <source>Only http, https and mailto addresses are kept.</source>
        <translation>http、https、mailto のアドレスだけを保存できます。</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>Other link</source>
        <translation>ほかのリンク</translation>
    </message>
    <message>
        <source>there</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>LinksEditor</name>
    <message>
        <source>Links</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>足す</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>リンクを足す</translation>
    </message>
</context>
<context>
    <name>ReviewHead</name>
    <message>
        <source>Review</source>
        <translation>見直し</translation>
    </message>
    <message>
        <source>{done} of {total} reviewed</source>
        <translation>{total} 件のうち {done} 件を見直しました</translation>
    </message>
</context>
<context>
    <name>ReviewTable</name>
    <message>
        <source>What you attended</source>
        <translation>参加したセッション</translation>
    </message>
    <message>
        <source>Reviewed</source>
        <translation>見直した</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>Pick</source>
        <translation>イチオシ</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>聞き取れず</translation>
    </message>
    <message>
        <source>To-dos</source>
        <translation>やること</translation>
    </message>
    <message>
        <source>Material</source>
        <translation>資料</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>{n} speakers</source>
        <translation>{n} 名</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>no stars</source>
        <translation>星なし</translation>
    </message>
    <message>
        <source>slides</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>there</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>expected</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>不明</translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message>
        <source>The chosen session</source>
        <translation>選んだセッション</translation>
    </message>
    <message>
        <source>the review of sessions</source>
        <translation>セッションの振り返り</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Reviewed</source>
        <translation>見直した</translation>
    </message>
    <message>
        <source>Open the notes</source>
        <translation>ノートを開く</translation>
    </message>
    <message>
        <source>My pick</source>
        <translation>イチオシ</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>参加した</translation>
    </message>
    <message>
        <source>Left early</source>
        <translation>途中まで</translation>
    </message>
    <message>
        <source>Missed it</source>
        <translation>参加せず</translation>
    </message>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>What it was about, in a few sentences</source>
        <translation>どんな話だったか、数文で</translation>
    </message>
    <message>
        <source>What it means for us</source>
        <translation>自分たちにとっての意味</translation>
    </message>
    <message>
        <source>Heading in the report</source>
        <translation>レポートでの見出し</translation>
    </message>
    <message>
        <source>As the title</source>
        <translation>題名のまま</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>選んだ理由</translation>
    </message>
    <message>
        <source>With a summary, the report prints the key points only.</source>
        <translation>要約があると、レポートには要点だけが載ります。</translation>
    </message>
</context>
<context>
    <name>TableHeader</name>
    <message>
        <source>Heads of the columns</source>
        <translation>列の見出し</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>Nothing to review yet</source>
        <translation>見直すものはまだありません</translation>
    </message>
    <message>
        <source>Sessions you take notes in, or mark as attended in Plan, come together here.</source>
        <translation>ノートを取ったセッションや、予定で「参加した」にしたセッションがここに集まります。</translation>
    </message>
</context>
</TS>
