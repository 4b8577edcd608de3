<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Agenda</name>
    <message>
        <source>Agenda of the day</source>
        <translation>この日の予定</translation>
    </message>
    <message>
        <source>Day before</source>
        <translation>前の日</translation>
    </message>
    <message>
        <source>Day after</source>
        <translation>次の日</translation>
    </message>
    <message>
        <source>New session now</source>
        <translation>今から新しいセッション</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>now, on {day}</source>
        <translation>今から（{day}）</translation>
    </message>
    <message>
        <source>without a time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>on {day}</source>
        <translation>{day}に追加</translation>
    </message>
    <message>
        <source>{n} sessions are on now. Take one in the agenda with its number, or with Enter.</source>
        <translation>いま {n} つのセッションが進行中です。予定表で番号キーか Enter を押すと、ノートを開きます。</translation>
    </message>
    <message>
        <source>Only mine ({n})</source>
        <translation>自分の分だけ（{n}）</translation>
    </message>
    <message>
        <source>All {n} sessions</source>
        <translation>全 {n} 件を見る</translation>
    </message>
    <message>
        <source>Without a time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>under a minute left</source>
        <translation>残り1分未満</translation>
    </message>
    <message>
        <source>{n} min left</source>
        <translation>残り{n}分</translation>
    </message>
    <message>
        <source>in {n} min</source>
        <translation>{n}分後</translation>
    </message>
    <message>
        <source>in {n} d</source>
        <translation>{n}日後</translation>
    </message>
    <message>
        <source>in {h} h {n:02}</source>
        <translation>あと{h}:{n:02}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>いま</translation>
    </message>
    <message>
        <source>key {n}</source>
        <translation>{n} キー</translation>
    </message>
</context>
<context>
    <name>ChatDesk</name>
    <message>
        <source>Nothing was copied: these lines are private</source>
        <translation>「自分だけ」の行なので、コピーしませんでした</translation>
    </message>
    <message>
        <source>There is nothing to copy yet</source>
        <translation>コピーする内容がまだありません</translation>
    </message>
    <message>
        <source>Copied 1 line as Markdown</source>
        <translation>1行をMarkdownでコピーしました</translation>
    </message>
    <message>
        <source>Copied {n} lines as Markdown</source>
        <translation>{n}行をMarkdownでコピーしました</translation>
    </message>
    <message>
        <source>{copied}; 1 private line left out</source>
        <translation>{copied}（「自分だけ」の1行を除く）</translation>
    </message>
    <message>
        <source>{copied}; {n} private lines left out</source>
        <translation>{copied}（「自分だけ」の{n}行を除く）</translation>
    </message>
</context>
<context>
    <name>FocusFoot</name>
    <message>
        <source>leads back</source>
        <translation>で戻る</translation>
    </message>
    <message>
        <source>Saved {time}</source>
        <translation>保存済み {time}</translation>
    </message>
</context>
<context>
    <name>FootnoteCard</name>
    <message>
        <source>Text of the footnote</source>
        <translation>脚注の文</translation>
    </message>
    <message>
        <source>Delete this footnote</source>
        <translation>この脚注を消す</translation>
    </message>
    <message>
        <source>(no text yet)</source>
        <translation>（まだ空です）</translation>
    </message>
</context>
<context>
    <name>FootnotePanel</name>
    <message>
        <source>Add footnote</source>
        <translation>脚注を足す</translation>
    </message>
    <message>
        <source>Not used in the text</source>
        <translation>本文で使っていない脚注</translation>
    </message>
    <message>
        <source>Footnote deleted. Bring it back</source>
        <translation>脚注を消しました。元に戻す</translation>
    </message>
    <message>
        <source>What you would say in passing goes into a footnote; the text goes on.</source>
        <translation>余談は脚注に。本文の流れはそのままです。</translation>
    </message>
</context>
<context>
    <name>Gutter</name>
    <message>
        <source>did not catch this</source>
        <translation>聞き取れず</translation>
    </message>
    <message>
        <source>Write a caption</source>
        <translation>説明を書く</translation>
    </message>
    <message>
        <source>Type what you hear. Enter begins the next line.</source>
        <translation>聞こえたことを書きましょう。Enter で次の行です。</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>聞き取り不確か</translation>
    </message>
    <message>
        <source>found out</source>
        <translation>わかったこと</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Recommended session</source>
        <translation>イチオシのセッション</translation>
    </message>
    <message>
        <source>Focus: only the editor</source>
        <translation>集中：編集画面だけにする</translation>
    </message>
    <message>
        <source>More for this session</source>
        <translation>このセッションのその他の操作</translation>
    </message>
    <message>
        <source>Talk starts now</source>
        <translation>いまを開始にする</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>No page yet</source>
        <translation>ページはまだ</translation>
    </message>
    <message>
        <source>No page</source>
        <translation>ページなし</translation>
    </message>
    <message>
        <source>Slides</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>No slides yet</source>
        <translation>スライドはまだ</translation>
    </message>
    <message>
        <source>No slides</source>
        <translation>スライドなし</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>No video yet</source>
        <translation>動画はまだ</translation>
    </message>
    <message>
        <source>No video</source>
        <translation>動画なし</translation>
    </message>
    <message>
        <source>Add an address</source>
        <translation>アドレスを足す</translation>
    </message>
</context>
<context>
    <name>HeardPanel</name>
    <message>
        <source>A transcript added in Review stands here beside each line.</source>
        <translation>「見直し」で文字起こしを加えると、行ごとの発言がここに出ます。</translation>
    </message>
    <message>
        <source>Nothing was being said at this line, as far as the transcript goes.</source>
        <translation>文字起こしには、この行の時刻の発言がありません。</translation>
    </message>
</context>
<context>
    <name>History</name>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>聞き取り不確か</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>{time} より前</translation>
    </message>
    <message>
        <source>1 line removed</source>
        <translation>1行削除</translation>
    </message>
    <message>
        <source>{n} lines removed</source>
        <translation>{n}行削除</translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>{n}行削除</translation>
    </message>
    <message>
        <source>1 line changed</source>
        <translation>1行変更</translation>
    </message>
    <message>
        <source>{n} lines changed</source>
        <translation>{n}行変更</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>{n}行変更</translation>
    </message>
    <message>
        <source>1 line added</source>
        <translation>1行追加</translation>
    </message>
    <message>
        <source>{n} lines added</source>
        <translation>{n}行追加</translation>
    </message>
    <message>
        <source>{n} added</source>
        <translation>{n}行追加</translation>
    </message>
    <message>
        <source>1 footnote changed</source>
        <translation>脚注1件を変更</translation>
    </message>
    <message>
        <source>{n} footnotes changed</source>
        <translation>脚注{n}件を変更</translation>
    </message>
    <message>
        <source>lines moved</source>
        <translation>行を移動</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>then {what}</source>
        <translation>このあと{what}</translation>
    </message>
    <message>
        <source>1 line is gone</source>
        <translation>なくなった行が1行</translation>
    </message>
    <message>
        <source>{n} lines are gone</source>
        <translation>なくなった行が{n}行</translation>
    </message>
    <message>
        <source>1 line reads differently</source>
        <translation>変わった行が1行</translation>
    </message>
    <message>
        <source>{n} lines read differently</source>
        <translation>変わった行が{n}行</translation>
    </message>
    <message>
        <source>1 line stands elsewhere</source>
        <translation>移動した行が1行</translation>
    </message>
    <message>
        <source>{n} lines stand elsewhere</source>
        <translation>移動した行が{n}行</translation>
    </message>
    <message>
        <source>1 line was written since</source>
        <translation>その後に書いた行が1行</translation>
    </message>
    <message>
        <source>{n} lines were written since</source>
        <translation>その後に書いた行が{n}行</translation>
    </message>
    <message>
        <source>1 footnote reads differently</source>
        <translation>変わった脚注が1件</translation>
    </message>
    <message>
        <source>{n} footnotes read differently</source>
        <translation>変わった脚注が{n}件</translation>
    </message>
    <message>
        <source>The notes are the same now.</source>
        <translation>今のノートと同じです。</translation>
    </message>
    <message>
        <source>Against now: {what}.</source>
        <translation>今との違い：{what}。</translation>
    </message>
    <message>
        <source>All other lines stay as they are.</source>
        <translation>ほかの行はそのまま残ります。</translation>
    </message>
    <message>
        <source>The line written since goes, but stays in the history.</source>
        <translation>その後に書いた1行はノートから外れますが、履歴に残ります。</translation>
    </message>
    <message>
        <source>The {n} lines written since go, but stay in the history.</source>
        <translation>その後に書いた{n}行はノートから外れますが、履歴に残ります。</translation>
    </message>
    <message>
        <source>What the notes are now stays in the history.</source>
        <translation>今のノートも履歴に残ります。</translation>
    </message>
    <message>
        <source>Bring 1 line back</source>
        <translation>1行を戻す</translation>
    </message>
    <message>
        <source>Bring {n} lines back</source>
        <translation>{n}行を戻す</translation>
    </message>
    <message>
        <source>Bring this state back</source>
        <translation>この時点に戻す</translation>
    </message>
    <message>
        <source>comes back</source>
        <translation>戻る行</translation>
    </message>
    <message>
        <source>reads like this again</source>
        <translation>この文に戻る行</translation>
    </message>
    <message>
        <source>stands here again</source>
        <translation>この位置に戻る行</translation>
    </message>
    <message>
        <source>written since</source>
        <translation>その後に書いた行</translation>
    </message>
    <message>
        <source>now without words</source>
        <translation>今は空</translation>
    </message>
    <message>
        <source>now: {text}</source>
        <translation>今：{text}</translation>
    </message>
    <message>
        <source>footnote, without words then</source>
        <translation>脚注、このときは空</translation>
    </message>
    <message>
        <source>footnote, as it was</source>
        <translation>脚注、このときの文</translation>
    </message>
    <message>
        <source>The notes {time}, {day}</source>
        <translation>{day}、{time}のノート</translation>
    </message>
    <message>
        <source>The notes of {day}, {time}</source>
        <translation>{day} {time} のノート</translation>
    </message>
</context>
<context>
    <name>HistoryPage</name>
    <message>
        <source>History of the notes</source>
        <translation>ノートの履歴</translation>
    </message>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Earlier states</source>
        <translation>以前の時点</translation>
    </message>
    <message>
        <source>The notes as they were</source>
        <translation>このときのノート</translation>
    </message>
    <message>
        <source>Nothing earlier yet. As you write, what the notes were before is kept here: a state for each minute, and the one before every large deletion.</source>
        <translation>以前の時点はまだありません。書いていくと、ここに1分ごとの記録と、大きな削除の直前の記録が残ります。</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>Marks</source>
        <translation>行の印</translation>
    </message>
</context>
<context>
    <name>LinkDesk</name>
    <message>
        <source>Ctrl+click opens {url}</source>
        <translation>Ctrl+クリックで開く：{url}</translation>
    </message>
    <message>
        <source>Use as this session&apos;s slides</source>
        <translation>このセッションのスライドにする</translation>
    </message>
    <message>
        <source>Use as this session&apos;s video</source>
        <translation>このセッションの動画にする</translation>
    </message>
</context>
<context>
    <name>LinkRow</name>
    <message>
        <source>What the link leads to</source>
        <translation>リンクの種類</translation>
    </message>
    <message>
        <source>Whether it is there</source>
        <translation>あるかどうか</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>アドレス</translation>
    </message>
    <message>
        <source>Remove this link</source>
        <translation>このリンクを外す</translation>
    </message>
</context>
<context>
    <name>MarkButton</name>
    <message>
        <source>{mark} ({chord}), or {signs} typed at the line&apos;s start; ␣ is a space</source>
        <translation>{mark}（{chord}）。行頭に {signs} と入力しても同じ（␣は空白）</translation>
    </message>
</context>
<context>
    <name>MovingDesk</name>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Move the line to…</source>
        <translation>この行の移動先…</translation>
    </message>
    <message>
        <source>Move {n} lines to…</source>
        <translation>{n}行の移動先…</translation>
    </message>
    <message>
        <source>Move all notes to…</source>
        <translation>ノート全体の移動先…</translation>
    </message>
    <message>
        <source>Swap all notes with…</source>
        <translation>ノート全体を入れ替える相手…</translation>
    </message>
    <message>
        <source>Swapped notes with “{title}”</source>
        <translation>「{title}」とノートを入れ替えました</translation>
    </message>
    <message>
        <source>Moved 1 line to “{title}”</source>
        <translation>1行を「{title}」に移しました</translation>
    </message>
    <message>
        <source>Moved {n} lines to “{title}”</source>
        <translation>{n}行を「{title}」に移しました</translation>
    </message>
</context>
<context>
    <name>NewSession</name>
    <message>
        <source>New session: its title</source>
        <translation>新しいセッションのタイトル</translation>
    </message>
    <message>
        <source>Lunch with the Berlin team</source>
        <translation>ベルリンのチームと昼食</translation>
    </message>
    <message>
        <source>Kind of session</source>
        <translation>セッションの種類</translation>
    </message>
</context>
<context>
    <name>NotesActions</name>
    <message>
        <source>Did not catch this</source>
        <translation>聞き取れず</translation>
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
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>To do: done</source>
        <translation>やることを済みにする</translation>
    </message>
    <message>
        <source>For whom: public, inside, private</source>
        <translation>公開範囲：公開・社内・自分だけ</translation>
    </message>
    <message>
        <source>Quote: not sure I heard it right</source>
        <translation>引用：聞き取りが不確か</translation>
    </message>
    <message>
        <source>Quote: its gist or translation</source>
        <translation>引用：大意や訳</translation>
    </message>
    <message>
        <source>Moment of the line: 5 s earlier</source>
        <translation>行の時刻を5秒早める</translation>
    </message>
    <message>
        <source>Moment of the line: 5 s later</source>
        <translation>行の時刻を5秒遅らせる</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>Picture: its alternative text</source>
        <translation>画像：代替テキスト</translation>
    </message>
    <message>
        <source>Picture: look at it large</source>
        <translation>画像：大きく見る</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Markdownでコピー</translation>
    </message>
    <message>
        <source>Move lines to another session</source>
        <translation>行を別のセッションに移す</translation>
    </message>
    <message>
        <source>Move all notes to another session</source>
        <translation>ノート全体を別のセッションに移す</translation>
    </message>
    <message>
        <source>Swap notes with another session</source>
        <translation>別のセッションとノートを入れ替える</translation>
    </message>
    <message>
        <source>Open the address at the caret</source>
        <translation>カーソル位置のアドレスを開く</translation>
    </message>
    <message>
        <source>Use the address offered as slides or video</source>
        <translation>見つかったアドレスをスライド・動画として使う</translation>
    </message>
    <message>
        <source>New session now</source>
        <translation>今から新しいセッション</translation>
    </message>
    <message>
        <source>Talk starts now</source>
        <translation>いまを開始にする</translation>
    </message>
    <message>
        <source>Talk starts as planned</source>
        <translation>開始を予定どおりに戻す</translation>
    </message>
    <message>
        <source>Previous session</source>
        <translation>前のセッション</translation>
    </message>
    <message>
        <source>Next session</source>
        <translation>次のセッション</translation>
    </message>
    <message>
        <source>The session that is on now</source>
        <translation>いま進行中のセッション</translation>
    </message>
    <message>
        <source>Summary of the session</source>
        <translation>セッションの要約</translation>
    </message>
    <message>
        <source>What it means for us</source>
        <translation>自分たちにとっての意味</translation>
    </message>
    <message>
        <source>Recommended session</source>
        <translation>イチオシのセッション</translation>
    </message>
    <message>
        <source>History of the notes</source>
        <translation>ノートの履歴</translation>
    </message>
    <message>
        <source>Focus: only the editor</source>
        <translation>集中：編集画面だけにする</translation>
    </message>
    <message>
        <source>Stars</source>
        <translation>星</translation>
    </message>
</context>
<context>
    <name>NotesEditor</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Cut</source>
        <translation>切り取り</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Paste</source>
        <translation>貼り付け</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>すべて選ぶ</translation>
    </message>
</context>
<context>
    <name>NotesSide</name>
    <message>
        <source>Footnotes, session and photos</source>
        <translation>脚注・セッション・写真</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>選んだ理由</translation>
    </message>
    <message>
        <source>Footnotes</source>
        <translation>脚注</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>発言</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>行の印</translation>
    </message>
    <message>
        <source>line at {time}</source>
        <translation>{time} の行</translation>
    </message>
    <message>
        <source>line {n}</source>
        <translation>{n} 行目</translation>
    </message>
</context>
<context>
    <name>NotesWorkspace</name>
    <message>
        <source>{n} characters</source>
        <translation>{n} 字</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1 語</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n} 語</translation>
    </message>
    <message>
        <source>the notes of “{title}”</source>
        <translation>「{title}」のメモ</translation>
    </message>
    <message>
        <source>what you said of a session</source>
        <translation>セッションについて書いたこと</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Notes</source>
        <translation>ノート</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>not sure</source>
        <translation>聞き取り不確か</translation>
    </message>
    <message>
        <source>level {n}</source>
        <translation>階層{n}</translation>
    </message>
    <message>
        <source>no alternative text yet</source>
        <translation>代替テキストはまだありません</translation>
    </message>
    <message>
        <source>picture {name}, {alternative}</source>
        <translation>画像 {name}、{alternative}</translation>
    </message>
    <message>
        <source>For the company&apos;s report only</source>
        <translation>社内のレポートだけに載ります</translation>
    </message>
    <message>
        <source>Never leaves this notebook</source>
        <translation>このノートブックの外には出ません</translation>
    </message>
    <message>
        <source>{clock}, moved by {n:+d} s</source>
        <translation>{clock}（{n:+d}秒ずらし）</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Add pictures</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Paste a picture into the notes, or drop files where they belong.</source>
        <translation>画像はノートに貼り付けるか、ファイルを入れたい場所にドロップします。</translation>
    </message>
</context>
<context>
    <name>PhotoTile</name>
    <message>
        <source>no alternative text yet</source>
        <translation>代替テキストはまだありません</translation>
    </message>
    <message>
        <source>Picture: {words}</source>
        <translation>画像：{words}</translation>
    </message>
    <message>
        <source>No alternative text</source>
        <translation>代替テキストなし</translation>
    </message>
</context>
<context>
    <name>PictureDesk</name>
    <message>
        <source>Alternative text, for those who cannot see it</source>
        <translation>代替テキスト（画像を見られない人のための説明）</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Picture: {words}</source>
        <translation>画像：{words}</translation>
    </message>
</context>
<context>
    <name>Pictures</name>
    <message>
        <source>Write alternative text</source>
        <translation>代替テキストを書く</translation>
    </message>
    <message>
        <source>Alternative text: {text}</source>
        <translation>代替テキスト：{text}</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>貼り付けた画像</translation>
    </message>
    <message>
        <source>No picture was kept here</source>
        <translation>ここに画像は残っていません</translation>
    </message>
    <message>
        <source>cannot be shown: the file is missing</source>
        <translation>表示できません（ファイルがありません）</translation>
    </message>
</context>
<context>
    <name>SessionPanel</name>
    <message>
        <source>Summary</source>
        <translation>要約</translation>
    </message>
    <message>
        <source>What was said, in short</source>
        <translation>何が話されたか、手短に</translation>
    </message>
    <message>
        <source>With a summary, the report leaves the plain points out.</source>
        <translation>要約があると、レポートでは印のない行を省きます。</translation>
    </message>
    <message>
        <source>What it means for us</source>
        <translation>自分たちにとっての意味</translation>
    </message>
    <message>
        <source>What you will tell your colleagues</source>
        <translation>同僚に伝えたいこと</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>選んだ理由</translation>
    </message>
    <message>
        <source>It goes into the report</source>
        <translation>レポートに載ります</translation>
    </message>
    <message>
        <source>Attendance</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Watch later</source>
        <translation>後で見る</translation>
    </message>
    <message>
        <source>Add a link</source>
        <translation>リンクを足す</translation>
    </message>
    <message>
        <source>Links</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>not said yet</source>
        <translation>まだ決めていない</translation>
    </message>
    <message>
        <source>attended (there are notes)</source>
        <translation>参加(ノートあり)</translation>
    </message>
    <message>
        <source>attended</source>
        <translation>参加した</translation>
    </message>
    <message>
        <source>left early</source>
        <translation>途中で出た</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>出られなかった</translation>
    </message>
</context>
<context>
    <name>SessionPicker</name>
    <message>
        <source>Sessions</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>No session is called so.</source>
        <translation>当てはまるセッションはありません。</translation>
    </message>
    <message>
        <source>take it</source>
        <translation>決定</translation>
    </message>
    <message>
        <source>leave all as it is</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>SessionSheet</name>
    <message>
        <source>No session is open. Choose one in the agenda, or begin a new one with Ctrl+N.</source>
        <translation>開いているセッションはありません。左の予定から選ぶか、Ctrl+N で新しく始めてください。</translation>
    </message>
    <message>
        <source>put away</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>leave as it was</source>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>Its gist or translation</source>
        <translation>大意や訳</translation>
    </message>
    <message>
        <source>discard</source>
        <translation>やめる</translation>
    </message>
    <message>
        <source>another one</source>
        <translation>もう一つ</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
</context>
<context>
    <name>StartDesk</name>
    <message>
        <source>Take back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Moments of this session count from {time}</source>
        <translation>このセッションの時刻を {time} から数えます</translation>
    </message>
    <message>
        <source>Moments of this session count from the planned start</source>
        <translation>このセッションの時刻を予定の開始から数えます</translation>
    </message>
</context>
</TS>
