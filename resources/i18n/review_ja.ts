<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter the sessions</source>
        <translation>セッションを絞り込む</translation>
    </message>
    <message>
        <source>Words or #tag</source>
        <translation>言葉か #タグ</translation>
    </message>
    <message>
        <source>Not reviewed</source>
        <translation>未見直し</translation>
    </message>
    <message>
        <source>Open lines</source>
        <translation>宿題あり</translation>
    </message>
</context>
<context>
    <name>FootnotePanel</name>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Text of the footnote</source>
        <translation>脚注の本文</translation>
    </message>
    <message>
        <source>Where it is cited</source>
        <translation>参照している箇所</translation>
    </message>
    <message>
        <source>Delete this footnote</source>
        <translation>この脚注を削除</translation>
    </message>
    <message>
        <source>Footnote deleted. Bring it back</source>
        <translation>脚注を削除しました。元に戻す</translation>
    </message>
</context>
<context>
    <name>Footnotes</name>
    <message>
        <source>{title} (in the trash)</source>
        <translation>{title}（ごみ箱）</translation>
    </message>
    <message>
        <source>{title}, its summary</source>
        <translation>{title}（要約）</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>a text in the other language</source>
        <translation>もう一方の言語の文</translation>
    </message>
    <message>
        <source>another footnote</source>
        <translation>ほかの脚注</translation>
    </message>
    <message>
        <source>a caption or a fact</source>
        <translation>説明文や基本情報</translation>
    </message>
    <message>
        <source>cited in {place}, but there is no such footnote</source>
        <translation>{place} で参照されていますが、この脚注はありません</translation>
    </message>
    <message>
        <source>not used in any text</source>
        <translation>どこからも参照されていません</translation>
    </message>
    <message>
        <source>{place}, and {n} more</source>
        <translation>{place} ほか{n}か所</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>（まだ本文がありません）</translation>
    </message>
</context>
<context>
    <name>FootnotesList</name>
    <message>
        <source>Footnotes of the conference</source>
        <translation>カンファレンス全体の脚注</translation>
    </message>
</context>
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
        <source>Only web and mail addresses and media files are kept.</source>
        <translation>Web とメールのアドレス、動画・音声ファイルだけを登録できます。</translation>
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
    <name>Names</name>
    <message>
        <source>Written in more than one way.</source>
        <translation>書き方がそろっていません。</translation>
    </message>
    <message>
        <source>The schedule writes it in another way.</source>
        <translation>予定表とは書き方が違います。</translation>
    </message>
    <message>
        <source>One letter off a name in the schedule.</source>
        <translation>予定表にある名前と1文字違います。</translation>
    </message>
    <message>
        <source>{form} ×{n}</source>
        <translation>{form} ×{n}</translation>
    </message>
    <message>
        <source>{name}, also written {others}. {why}</source>
        <translation>{name}、ほかの書き方 {others}。{why}</translation>
    </message>
    <message>
        <source>{n} times</source>
        <translation>{n}か所</translation>
    </message>
    <message>
        <source>once</source>
        <translation>1か所</translation>
    </message>
    <message>
        <source>in the schedule</source>
        <translation>予定表にあり</translation>
    </message>
    <message>
        <source>{count}, {known}</source>
        <translation>{count}、{known}</translation>
    </message>
    <message>
        <source>gist of a line</source>
        <translation>行の要旨</translation>
    </message>
    <message>
        <source>what was said</source>
        <translation>話された内容</translation>
    </message>
    <message>
        <source>summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>what it means for us</source>
        <translation>自分たちにとっての意味</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>why this one</source>
        <translation>選んだ理由</translation>
    </message>
    <message>
        <source>why this event</source>
        <translation>イベントを選んだ理由</translation>
    </message>
    <message>
        <source>caption</source>
        <translation>キャプション</translation>
    </message>
    <message>
        <source>description of a picture</source>
        <translation>画像の説明</translation>
    </message>
    <message>
        <source>a footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>text in the other language</source>
        <translation>もう一方の言語の文</translation>
    </message>
    <message>
        <source>a fact about the conference</source>
        <translation>カンファレンスの基本情報</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>{title}, {part}</source>
        <translation>{title}（{part}）</translation>
    </message>
    <message>
        <source>1 place reads {form} now.</source>
        <translation>1か所を{form}に直しました。</translation>
    </message>
    <message>
        <source>{n} places read {form} now.</source>
        <translation>{n}か所を{form}に直しました。</translation>
    </message>
    <message>
        <source>{n} had changed meanwhile and stay.</source>
        <translation>{n}か所はその間に変わっていたため、そのままです。</translation>
    </message>
    <message>
        <source>{forms} is not asked about again.</source>
        <translation>{forms}は、もう尋ねません。</translation>
    </message>
</context>
<context>
    <name>NamesDesk</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
</context>
<context>
    <name>NamesFront</name>
    <message>
        <source>Every name is written in one way now</source>
        <translation>名前の書き方がそろいました</translation>
    </message>
    <message>
        <source>The last step can still be taken back below.</source>
        <translation>直前の操作は、下のボタンで取り消せます。</translation>
    </message>
</context>
<context>
    <name>NamesList</name>
    <message>
        <source>Names written in more than one way</source>
        <translation>書き方のそろっていない名前</translation>
    </message>
</context>
<context>
    <name>NamesPanel</name>
    <message>
        <source>The name before</source>
        <translation>前の名前</translation>
    </message>
    <message>
        <source>The next name</source>
        <translation>次の名前</translation>
    </message>
    <message>
        <source>Write it so</source>
        <translation>この書き方にそろえる</translation>
    </message>
    <message>
        <source>Right as it is</source>
        <translation>このままで正しい</translation>
    </message>
    <message>
        <source>Open in the notes</source>
        <translation>ノートで開く</translation>
    </message>
    <message>
        <source>And {n} more, corrected as well.</source>
        <translation>ほか{n}か所も直します。</translation>
    </message>
    <message>
        <source>Where it is written otherwise</source>
        <translation>書き方の違う箇所</translation>
    </message>
    <message>
        <source>Correct 1 place, next</source>
        <translation>1か所を直して次へ</translation>
    </message>
    <message>
        <source>Correct {n} places, next</source>
        <translation>{n}か所を直して次へ</translation>
    </message>
</context>
<context>
    <name>Queue</name>
    <message>
        <source>(nothing written)</source>
        <translation>（言葉なし）</translation>
    </message>
</context>
<context>
    <name>QueueList</name>
    <message>
        <source>What is still open</source>
        <translation>残っている行</translation>
    </message>
</context>
<context>
    <name>QueuePanel</name>
    <message>
        <source>The line before</source>
        <translation>前の行</translation>
    </message>
    <message>
        <source>The next line</source>
        <translation>次の行</translation>
    </message>
    <message>
        <source>What was being said</source>
        <translation>そのときの発言</translation>
    </message>
    <message>
        <source>Take these words</source>
        <translation>この言葉を使う</translation>
    </message>
    <message>
        <source>Open in the notes</source>
        <translation>ノートで開く</translation>
    </message>
    <message>
        <source>Address of the video</source>
        <translation>動画のアドレス</translation>
    </message>
    <message>
        <source>In the video, the talk begins at</source>
        <translation>動画での講演の始まり</translation>
    </message>
    <message>
        <source>What was said</source>
        <translation>何と言っていたか</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>No video yet. When it is published, put its address in.</source>
        <translation>動画はまだありません。公開されたら、アドレスを入れてください。</translation>
    </message>
    <message>
        <source>Open the video at {time}</source>
        <translation>動画を {time} から開く</translation>
    </message>
    <message>
        <source>This place has no address for a moment: go to {time} there.</source>
        <translation>この動画サイトでは時刻を指定して開けません。開いたら {time} へ進めてください。</translation>
    </message>
    <message>
        <source>What was really said</source>
        <translation>本当は何と言っていたか</translation>
    </message>
    <message>
        <source>Done, next</source>
        <translation>済み、次へ</translation>
    </message>
    <message>
        <source>I am sure, next</source>
        <translation>確認済み、次へ</translation>
    </message>
    <message>
        <source>Resolve, next</source>
        <translation>解決して次へ</translation>
    </message>
</context>
<context>
    <name>ReviewActions</name>
    <message>
        <source>Open line: the video at its second</source>
        <translation>未解決の行：動画をその時刻から開く</translation>
    </message>
    <message>
        <source>Open line: take what was being said</source>
        <translation>宿題の行：そのときの発言を使う</translation>
    </message>
    <message>
        <source>Settle line, correct name, to the next; photos: attach those chosen</source>
        <translation>行を解決・名前を訂正して次へ／写真：選択分を追加</translation>
    </message>
    <message>
        <source>The next open line, photo or name</source>
        <translation>次の未解決の行・写真・名前</translation>
    </message>
    <message>
        <source>The open line, photo or name before</source>
        <translation>前の未解決の行・写真・名前</translation>
    </message>
    <message>
        <source>Name: right as it is, to the next</source>
        <translation>名前：このままで正しい、次へ</translation>
    </message>
    <message>
        <source>Filter the sessions</source>
        <translation>セッションを絞り込む</translation>
    </message>
    <message>
        <source>Next list: sessions, watch later, did not catch …</source>
        <translation>次の一覧（セッション、後で見る、聞き取れず…）</translation>
    </message>
    <message>
        <source>List before</source>
        <translation>前の一覧</translation>
    </message>
</context>
<context>
    <name>ReviewEmpty</name>
    <message>
        <source>No session fits the filter</source>
        <translation>条件に合うセッションはありません</translation>
    </message>
    <message>
        <source>Escape in the field clears it.</source>
        <translation>入力欄で Esc を押すと解除します。</translation>
    </message>
    <message>
        <source>Nothing to watch later</source>
        <translation>後で見るものはありません</translation>
    </message>
    <message>
        <source>“Watch later” in Plan or Notes brings a session here.</source>
        <translation>予定やノートで「後で見る」にしたセッションが、ここに集まります。</translation>
    </message>
    <message>
        <source>No footnotes yet</source>
        <translation>脚注はまだありません</translation>
    </message>
    <message>
        <source>Ctrl+Shift+F in Notes puts one in without leaving the sentence.</source>
        <translation>ノートで Ctrl+Shift+F を押すと、文を離れずに脚注を入れられます。</translation>
    </message>
    <message>
        <source>Every name is written in one way</source>
        <translation>名前の書き方はそろっています</translation>
    </message>
    <message>
        <source>Speakers and products of the schedule, GitHub, k3s: all you wrote is compared.</source>
        <translation>予定表の登壇者や製品の名前、GitHubやk3sのような名前を、書いたものすべてで見比べています。</translation>
    </message>
    <message>
        <source>Nothing to review yet</source>
        <translation>見直すものはまだありません</translation>
    </message>
    <message>
        <source>Sessions you take notes in, or mark as attended in Plan, come together here.</source>
        <translation>ノートを取ったセッション、予定で「参加した」にしたセッションが、ここに集まります。</translation>
    </message>
    <message>
        <source>Nothing is left that you did not catch</source>
        <translation>聞き取れずの行は残っていません</translation>
    </message>
    <message>
        <source>Ctrl+/ in Notes marks a moment to come back to.</source>
        <translation>ノートで Ctrl+/ を押すと、あとで確かめる箇所に印がつきます。</translation>
    </message>
    <message>
        <source>You are sure of every quote</source>
        <translation>不確かな引用はありません</translation>
    </message>
    <message>
        <source>Ctrl+Shift+H in Notes marks a quote you are not sure of.</source>
        <translation>ノートで Ctrl+Shift+H を押すと、聞き取りが不確かな引用に印がつきます。</translation>
    </message>
    <message>
        <source>Nothing is left to do</source>
        <translation>やることは残っていません</translation>
    </message>
    <message>
        <source>[ ] at the start of a line in Notes makes a to-do.</source>
        <translation>ノートで行の始めに [ ] と打つと、やることになります。</translation>
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
    <name>ReviewTabs</name>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Watch later</source>
        <translation>後で見る</translation>
    </message>
    <message>
        <source>Did not catch</source>
        <translation>聞き取れず</translation>
    </message>
    <message>
        <source>Not sure</source>
        <translation>不確か</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>やること</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>名前</translation>
    </message>
</context>
<context>
    <name>ReviewWorkspace</name>
    <message>
        <source>The chosen session</source>
        <translation>選んだセッション</translation>
    </message>
    <message>
        <source>What to review</source>
        <translation>見直すもの</translation>
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
        <source>With a summary, the report leaves the plain points out.</source>
        <translation>要約があると、レポートでは印のない行を省きます。</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Service mesh, edge, to tell the team</source>
        <translation>サービスメッシュ、店舗、チームに話す</translation>
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
    <name>TranscriptRow</name>
    <message>
        <source>Transcript</source>
        <translation>文字起こし</translation>
    </message>
    <message>
        <source>File…</source>
        <translation>ファイル…</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>外す</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>A transcript from a file</source>
        <translation>文字起こしをファイルから取り込む</translation>
    </message>
    <message>
        <source>Paste a transcript</source>
        <translation>文字起こしを貼り付ける</translation>
    </message>
    <message>
        <source>Remove the transcript</source>
        <translation>文字起こしを外す</translation>
    </message>
    <message>
        <source>Take the transcript before back</source>
        <translation>前の文字起こしに戻す</translation>
    </message>
    <message>
        <source>In the video, the talk begins at</source>
        <translation>動画の中で講演が始まる時刻</translation>
    </message>
    <message>
        <source>{name}: {count} pieces, until {time}</source>
        <translation>{name}（{count} 件、{time} まで）</translation>
    </message>
    <message>
        <source>Subtitles or a transcript (SRT, VTT, YouTube) stand beside each line.</source>
        <translation>字幕や文字起こし（SRT、VTT、YouTube）を加えると、行ごとの発言が出ます。</translation>
    </message>
    <message>
        <source>Add a transcript</source>
        <translation>文字起こしを加える</translation>
    </message>
</context>
<context>
    <name>TranscriptsDesk</name>
    <message>
        <source>The clipboard</source>
        <translation>クリップボード</translation>
    </message>
</context>
</TS>
