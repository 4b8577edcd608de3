<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>Plan</source>
        <translation>予定</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ノート</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>見直し</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Find anything…</source>
        <translation>何でも探す…</translation>
    </message>
    <message>
        <source>Next pane</source>
        <translation>次の区画へ</translation>
    </message>
    <message>
        <source>Previous pane</source>
        <translation>前の区画へ</translation>
    </message>
    <message>
        <source>Import a schedule…</source>
        <translation>スケジュールを取り込む…</translation>
    </message>
    <message>
        <source>New conference…</source>
        <translation>新しいカンファレンス…</translation>
    </message>
    <message>
        <source>Archive this conference</source>
        <translation>このカンファレンスをアーカイブする</translation>
    </message>
    <message>
        <source>Take this conference out of the archive</source>
        <translation>このカンファレンスをアーカイブから戻す</translation>
    </message>
    <message>
        <source>Move this conference to the trash</source>
        <translation>このカンファレンスをごみ箱に入れる</translation>
    </message>
    <message>
        <source>Bring the conference back from the trash</source>
        <translation>カンファレンスをごみ箱から戻す</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>文字を大きく</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>文字を小さく</translation>
    </message>
    <message>
        <source>Normal text</source>
        <translation>標準の文字</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボード操作</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
</context>
<context>
    <name>ConferenceTile</name>
    <message>
        <source>Begin a conference</source>
        <translation>カンファレンスを始める</translation>
    </message>
    <message>
        <source>Conference: {name}</source>
        <translation>カンファレンス：{name}</translation>
    </message>
</context>
<context>
    <name>Errand</name>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>The schedule is here</source>
        <translation>予定表を読み込みました</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>ErrorBar</name>
    <message>
        <source>Put away</source>
        <translation>片づける</translation>
    </message>
</context>
<context>
    <name>Fetching</name>
    <message>
        <source>Asking {host}…</source>
        <translation>{host} に問い合わせ中…</translation>
    </message>
    <message>
        <source>{size} from {host}</source>
        <translation>{size} 受信（{host}）</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Trash (choose to bring back)</source>
        <translation>ごみ箱（選ぶと元に戻ります）</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>テーマ</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>システムに合わせる</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>ライト</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>ダーク</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Text size: {n}</source>
        <translation>文字の大きさ：{n}</translation>
    </message>
    <message>
        <source>A line&apos;s time is earlier than its first letter by</source>
        <translation>行の時刻は、入力の始まりより早く</translation>
    </message>
    <message>
        <source>{n} s</source>
        <translation>{n}秒</translation>
    </message>
    <message>
        <source>The way between two rooms takes</source>
        <translation>部屋から部屋への移動時間</translation>
    </message>
    <message>
        <source>{n} min</source>
        <translation>{n} 分</translation>
    </message>
</context>
<context>
    <name>Palette</name>
    <message>
        <source>speaker</source>
        <translation>登壇者</translation>
    </message>
    <message>
        <source>Search notes, sessions, people; go anywhere</source>
        <translation>ノート、セッション、人を探す。どこへでも移動</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>何でも探す</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>何も見つかりません。</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>選ぶ</translation>
    </message>
    <message>
        <source>next group</source>
        <translation>次のまとまり</translation>
    </message>
    <message>
        <source>open</source>
        <translation>開く</translation>
    </message>
    <message>
        <source>in Review</source>
        <translation>見直しで</translation>
    </message>
    <message>
        <source>commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>{n} found</source>
        <translation>{n} 件</translation>
    </message>
    <message>
        <source>Narrow down</source>
        <translation>絞り込む</translation>
    </message>
    <message>
        <source>Recent notes</source>
        <translation>最近のノート</translation>
    </message>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>ノート</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>登壇者</translation>
    </message>
    <message>
        <source>Go to</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>コマンド</translation>
    </message>
    <message>
        <source>New session “{title}”…</source>
        <translation>新しいセッション「{title}」…</translation>
    </message>
    <message>
        <source>kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>day</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>rating</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>tag</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>conference</source>
        <translation>カンファレンス</translation>
    </message>
    <message>
        <source>quote, question, to do … of a line</source>
        <translation>引用、質問、やることなど、行の印</translation>
    </message>
    <message>
        <source>a date, a weekday, day 2 …</source>
        <translation>日付、曜日、「2日目」など</translation>
    </message>
    <message>
        <source>whose session it is, or who is quoted</source>
        <translation>登壇した人、引用した言葉の主</translation>
    </message>
    <message>
        <source>of the session: 5, 4+, none</source>
        <translation>セッションの評価。5、4+、なし</translation>
    </message>
    <message>
        <source>of the session or the line</source>
        <translation>セッションか行に付けたタグ</translation>
    </message>
    <message>
        <source>one of the conferences</source>
        <translation>カンファレンスの名前</translation>
    </message>
    <message>
        <source>{n} and more</source>
        <translation>{n}以上</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>not rated yet</source>
        <translation>まだ評価していない</translation>
    </message>
</context>
<context>
    <name>PaletteList</name>
    <message>
        <source>What was found</source>
        <translation>見つかったもの</translation>
    </message>
</context>
<context>
    <name>Rail</name>
    <message>
        <source>Settings</source>
        <translation>設定</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>The notebook was not opened</source>
        <translation>ノートブックを開けませんでした</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度</translation>
    </message>
</context>
<context>
    <name>SheetKeys</name>
    <message>
        <source>Programme: consider, choose, leave</source>
        <translation>予定：迷う、行く、なし</translation>
    </message>
    <message>
        <source>Programme: watch later, or not</source>
        <translation>予定：後で見る、やめる</translation>
    </message>
    <message>
        <source>Programme: to the details</source>
        <translation>予定：詳細へ</translation>
    </message>
    <message>
        <source>Programme: day before, day after</source>
        <translation>予定：前の日、次の日</translation>
    </message>
    <message>
        <source>Programme: to the trash</source>
        <translation>予定：ごみ箱に入れる</translation>
    </message>
    <message>
        <source>Programme: first day, second day</source>
        <translation>予定：1 日目、2 日目</translation>
    </message>
    <message>
        <source>Line deeper</source>
        <translation>行を一段下げる</translation>
    </message>
    <message>
        <source>Line up</source>
        <translation>行を一段上げる</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>行を上へ動かす</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>行を下へ動かす</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Table: stars, or none</source>
        <translation>表：星の数（0 はなし）</translation>
    </message>
    <message>
        <source>Table: tick or untick</source>
        <translation>表：チェックを入れる・外す</translation>
    </message>
    <message>
        <source>Table: write in the form</source>
        <translation>表：フォームに書く</translation>
    </message>
    <message>
        <source>Names: write it so</source>
        <translation>名前：この書き方にする</translation>
    </message>
    <message>
        <source>Names: take the last step back</source>
        <translation>名前：直前の操作を取り消す</translation>
    </message>
    <message>
        <source>Outline: show or leave out</source>
        <translation>目次：載せる・載せない</translation>
    </message>
    <message>
        <source>Outline: to the text</source>
        <translation>目次：本文へ</translation>
    </message>
    <message>
        <source>My own thought</source>
        <translation>自分の考え</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Question from the floor</source>
        <translation>会場からの質問</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>Did not catch this</source>
        <translation>聞き取れず</translation>
    </message>
    <message>
        <source>Key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>To do</source>
        <translation>やること</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Everywhere</source>
        <translation>どこでも</translation>
    </message>
    <message>
        <source>space</source>
        <translation>スペース</translation>
    </message>
    <message>
        <source>Typed at the start of a line</source>
        <translation>行頭に打つ印</translation>
    </message>
    <message>
        <source>Full-width marks need no space.</source>
        <translation>全角の印のあとにスペースは要りません。</translation>
    </message>
</context>
<context>
    <name>Shelves</name>
    <message>
        <source>Bring it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>“{name}” is in the trash.</source>
        <translation>「{name}」をごみ箱に入れました。</translation>
    </message>
</context>
<context>
    <name>ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボード操作</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Checks</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Stop this work</source>
        <translation>この処理をやめる</translation>
    </message>
    <message>
        <source>Not saved since {time}</source>
        <translation>未保存（{time} から）</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>保存済み {time}</translation>
    </message>
</context>
</TS>
