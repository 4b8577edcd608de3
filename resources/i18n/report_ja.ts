<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AuthorForm</name>
    <message>
        <source>Who writes</source>
        <translation>書き手</translation>
    </message>
    <message>
        <source>The opening introduces you with what you fill in; nothing here is required.</source>
        <translation>書いたぶんだけ、冒頭で紹介されます。どれも空のままでかまいません。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>役割</translation>
    </message>
    <message>
        <source>site reliability engineer</source>
        <translation>SRE</translation>
    </message>
    <message>
        <source>Company</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Handle</source>
        <translation>ハンドル</translation>
    </message>
    <message>
        <source>Address of your page</source>
        <translation>自分のページのアドレス</translation>
    </message>
    <message>
        <source>Your page</source>
        <translation>自分のページ</translation>
    </message>
    <message>
        <source>You wrote the opening yourself: it is printed as it stands, and what you fill in here does not change it.</source>
        <translation>冒頭は自分で書いたので、その文がそのまま載ります。ここに書いても変わりません。</translation>
    </message>
    <message>
        <source>Your own opening ({language}) is printed as it stands; the one in the other language introduces you with what you fill in.</source>
        <translation>自分で書いた冒頭（{language}）は、その文がそのまま載ります。もう一方の言語の冒頭では、ここに書いたぶんだけ紹介されます。</translation>
    </message>
</context>
<context>
    <name>Checks</name>
    <message>
        <source>Open lines are not printed. Write what was said, or not.</source>
        <translation>書き残した行は印刷されません。何と言っていたかを書けば載ります。</translation>
    </message>
    <message>
        <source>To-dos are never printed.</source>
        <translation>やることは載りません。</translation>
    </message>
    <message>
        <source>The line with the names is left out without them.</source>
        <translation>名前がないと、登壇者の行は載りません。</translation>
    </message>
    <message>
        <source>Add them in Review, or say there that none will come.</source>
        <translation>見直しで足すか、公開されないことにできます。</translation>
    </message>
    <message>
        <source>The mark is printed as it was typed.</source>
        <translation>印は打ったとおりに載ります。</translation>
    </message>
    <message>
        <source>They are kept, and not printed.</source>
        <translation>残してありますが、載りません。</translation>
    </message>
    <message>
        <source>Review makes them alike everywhere at once.</source>
        <translation>見直しで、すべての箇所をまとめてそろえられます。</translation>
    </message>
    <message>
        <source>A description helps who cannot see the picture.</source>
        <translation>画像が見えない人のために説明を添えられます。</translation>
    </message>
    <message>
        <source>Its description is printed in its place.</source>
        <translation>代わりに説明が載ります。</translation>
    </message>
    <message>
        <source>Printed as written, until it has a second version.</source>
        <translation>もう一方の言語の文を書くまで、書いたままの言語で載ります。</translation>
    </message>
    <message>
        <source>Look whether the second version is still right.</source>
        <translation>訳がいまも合っているか見てください。</translation>
    </message>
    <message>
        <source>Most of the report is written the other way.</source>
        <translation>レポートの大部分は、もう一方の文体です。</translation>
    </message>
    <message>
        <source>Nothing is printed of them, not even the heading.</source>
        <translation>見出しも含めて何も載りません。</translation>
    </message>
    <message>
        <source>The report ends without one until you write it.</source>
        <translation>書くまでは、結びのないまま終わります。</translation>
    </message>
    <message>
        <source>They are left out while the session is marked so.</source>
        <translation>そう印が付いているあいだは載りません。</translation>
    </message>
    <message>
        <source>They stay inside the company and leave no trace in this report.</source>
        <translation>社内だけに残り、このレポートには跡も残りません。</translation>
    </message>
    <message>
        <source>They stay in the notebook and leave no trace in any report.</source>
        <translation>ノートブックにだけ残り、どのレポートにも跡は残りません。</translation>
    </message>
    <message>
        <source>Shorten it in the settings.</source>
        <translation>設定で短くしてください。</translation>
    </message>
    <message>
        <source>Change the pattern in the settings.</source>
        <translation>設定で題の書式を変えられます。</translation>
    </message>
    <message>
        <source>Fill it in, or change the pattern in the settings.</source>
        <translation>内容を埋めるか、設定で題の書式を変えられます。</translation>
    </message>
    <message>
        <source>Too many, too long, or with signs it has no tags with. See the settings.</source>
        <translation>多すぎるか、長すぎるか、使えない記号があります。設定を見直してください。</translation>
    </message>
    <message>
        <source>Change it in the settings.</source>
        <translation>設定で直してください。</translation>
    </message>
    <message>
        <source>Too large, or of a type it does not show.</source>
        <translation>大きすぎるか、表示できない形式です。</translation>
    </message>
    <message>
        <source>Upload them there and paste the addresses once, beside the pictures.</source>
        <translation>投稿先にアップロードし、得られたアドレスを「画像」の欄に一度だけ貼り付けてください。</translation>
    </message>
    <message>
        <source>Let it go unanswered</source>
        <translation>聞き取れないままにする</translation>
    </message>
    <message>
        <source>Tick it off</source>
        <translation>済みにする</translation>
    </message>
    <message>
        <source>None will come</source>
        <translation>公開されない</translation>
    </message>
    <message>
        <source>Delete it</source>
        <translation>削除する</translation>
    </message>
    <message>
        <source>Leave it out</source>
        <translation>載せない</translation>
    </message>
    <message>
        <source>End without one</source>
        <translation>書かずに終える</translation>
    </message>
    <message>
        <source>I was there</source>
        <translation>聴講した</translation>
    </message>
</context>
<context>
    <name>ChecksPopup</name>
    <message>
        <source>Before publishing</source>
        <translation>公開の前に</translation>
    </message>
    <message>
        <source>All checks</source>
        <translation>すべての確認</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Space</translation>
    </message>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>None of this stops an export. It can all be mended later.</source>
        <translation>どれも書き出しを止めません。あとから直せます。</translation>
    </message>
    <message>
        <source>Nothing left to look at</source>
        <translation>見るべきところはありません</translation>
    </message>
    <message>
        <source>{name} and others</source>
        <translation>{name}ほか</translation>
    </message>
</context>
<context>
    <name>ConferenceRows</name>
    <message>
        <source>Short name</source>
        <translation>略称</translation>
    </message>
    <message>
        <source>As the whole name</source>
        <translation>正式名称と同じ</translation>
    </message>
    <message>
        <source>Venue</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>City, or online</source>
        <translation>開催地（オンラインも可）</translation>
    </message>
    <message>
        <source>Website of the conference</source>
        <translation>公式サイト</translation>
    </message>
</context>
<context>
    <name>DayRow</name>
    <message>
        <source>Number of {day}</source>
        <translation>{day}は何日目</translation>
    </message>
    <message>
        <source>What {day} is called</source>
        <translation>{day}の呼び名</translation>
    </message>
    <message>
        <source>Eve, workshops, main days …</source>
        <translation>前夜祭、ワークショップ、本編など</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日目</translation>
    </message>
</context>
<context>
    <name>Differences</name>
    <message>
        <source>{kind} “{expected}” is not found</source>
        <translation>{kind}「{expected}」が見つかりません</translation>
    </message>
    <message>
        <source>{kind} “{found}” is found where none was meant</source>
        <translation>{kind}「{found}」が余分にあります</translation>
    </message>
    <message>
        <source>{kind} “{expected}” reads as “{found}”</source>
        <translation>{kind}「{expected}」が「{found}」になっています</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>本文</translation>
    </message>
    <message>
        <source>List item</source>
        <translation>箇条書き</translation>
    </message>
    <message>
        <source>Quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
    <message>
        <source>Footnote mark</source>
        <translation>脚注の印</translation>
    </message>
    <message>
        <source>Footnote</source>
        <translation>脚注</translation>
    </message>
</context>
<context>
    <name>Drawer</name>
    <message>
        <source>open</source>
        <translation>開いています</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>閉じています</translation>
    </message>
</context>
<context>
    <name>ExportPanel</name>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>フォルダーに書き出す</translation>
    </message>
    <message>
        <source>Markdown</source>
        <translation>Markdown</translation>
    </message>
    <message>
        <source>HTML</source>
        <translation>HTML</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>PDF</translation>
    </message>
    <message>
        <source>Word</source>
        <translation>Word</translation>
    </message>
    <message>
        <source>Written as</source>
        <translation>書き出す形</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>選ぶ…</translation>
    </message>
    <message>
        <source>Write the report here</source>
        <translation>ここに書き出す</translation>
    </message>
    <message>
        <source>Paste the addresses…</source>
        <translation>アドレスを貼り付ける…</translation>
    </message>
    <message>
        <source>Copy as rich text</source>
        <translation>書式つきでコピー</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>フォルダーを開く</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Pictures: {done} of {total}…</source>
        <translation>画像 {done} / {total}…</translation>
    </message>
    <message>
        <source>Writing…</source>
        <translation>書き出しています</translation>
    </message>
    <message>
        <source>Picture missing or damaged in the notebook: {name}</source>
        <translation>画像がノートブックにないか壊れています：{name}</translation>
    </message>
    <message>
        <source>Set the old ones aside and write anew</source>
        <translation>前のものを退避して書き直す</translation>
    </message>
    <message>
        <source>Files left alone (changed since, or not written by confnotes)</source>
        <translation>そのままにしたファイル（あとから変更されたか、confnotesが書いたものではありません）</translation>
    </message>
    <message>
        <source>Set aside as {name}</source>
        <translation>{name} として退避しました</translation>
    </message>
    <message>
        <source>There: {line}</source>
        <translation>いまの行：{line}</translation>
    </message>
    <message>
        <source>New: {line}</source>
        <translation>新しい行：{line}</translation>
    </message>
    <message>
        <source>Pictures to upload there, in order:</source>
        <translation>アップロードする画像（順番どおり）：</translation>
    </message>
    <message>
        <source>Pictures to put in by hand where the text says so, in order:</source>
        <translation>本文の示す位置に手で入れる画像（順番どおり）：</translation>
    </message>
    <message>
        <source>Written, but a reader of this place may see it otherwise:</source>
        <translation>書き出しましたが、公開先では次のように違って見えるかもしれません：</translation>
    </message>
    <message>
        <source>Copied: paste it where text has headings and pictures.</source>
        <translation>コピーしました。見出しや画像を扱える場所に貼り付けてください。</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>書き出しました</translation>
    </message>
    <message>
        <source>Not everything was written</source>
        <translation>一部は書き出していません</translation>
    </message>
    <message>
        <source>Write again</source>
        <translation>もう一度書き出す</translation>
    </message>
</context>
<context>
    <name>FactRow</name>
    <message>
        <source>Source of {fact}</source>
        <translation>{fact}の出典</translation>
    </message>
    <message>
        <source>Source: address or title</source>
        <translation>出典（アドレスや題名）</translation>
    </message>
    <message>
        <source>In the report</source>
        <translation>レポートに載せる</translation>
    </message>
    <message>
        <source>Remove: {fact}</source>
        <translation>取り除く：{fact}</translation>
    </message>
</context>
<context>
    <name>FactsForm</name>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>The report makes sentences of these. What is missing leaves no gap.</source>
        <translation>レポートが文にします。書いていないものは、すき間なく省かれます。</translation>
    </message>
    <message>
        <source>Add a fact</source>
        <translation>事実を足す</translation>
    </message>
</context>
<context>
    <name>FormPage</name>
    <message>
        <source>Back to the text</source>
        <translation>本文に戻る</translation>
    </message>
</context>
<context>
    <name>HeadingField</name>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
</context>
<context>
    <name>InsertDesk</name>
    <message>
        <source>The picture</source>
        <translation>画像</translation>
    </message>
</context>
<context>
    <name>KeptText</name>
    <message>
        <source>Your earlier text is kept.</source>
        <translation>前に書いた文は残してあります。</translation>
    </message>
    <message>
        <source>Bring my text back</source>
        <translation>自分の文を戻す</translation>
    </message>
</context>
<context>
    <name>LayoutRow</name>
    <message>
        <source>New name of “{name}”</source>
        <translation>「{name}」の新しい名前</translation>
    </message>
    <message>
        <source>Rename “{name}”</source>
        <translation>「{name}」の名前を変える</translation>
    </message>
    <message>
        <source>Delete “{name}”</source>
        <translation>「{name}」を削除</translation>
    </message>
</context>
<context>
    <name>LayoutSaver</name>
    <message>
        <source>Name of the layout</source>
        <translation>構成の名前</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Untitled section</source>
        <translation>無題のセクション</translation>
    </message>
    <message>
        <source>With the text of “{heading}”</source>
        <translation>「{heading}」の文も一緒に</translation>
    </message>
    <message>
        <source>With the text of “{heading}” (about this conference)</source>
        <translation>「{heading}」の文も一緒に（今回だけの内容）</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>“{name}” is there: it will be replaced.</source>
        <translation>「{name}」はすでにあります。保存すると置き換わります。</translation>
    </message>
    <message>
        <source>Keeps the order, what is left out, your headings and sections, and the patterns of titles. Days and sessions are those of each conference.</source>
        <translation>順序、載せないセクション、自分で付けた見出しとセクション、題の書式を保存します。日とセッションは、使うカンファレンスのものになります。</translation>
    </message>
</context>
<context>
    <name>LayoutsDesk</name>
    <message>
        <source>Saved: {name}</source>
        <translation>保存済み：{name}</translation>
    </message>
    <message>
        <source>Arranged by “{name}”; nothing you wrote was replaced.</source>
        <translation>「{name}」の構成にしました。書いた文はそのままです。</translation>
    </message>
    <message>
        <source>Arranged as before.</source>
        <translation>元の構成に戻しました。</translation>
    </message>
    <message>
        <source>The layout “{name}” is as it was.</source>
        <translation>構成「{name}」を元に戻しました。</translation>
    </message>
    <message>
        <source>Saved as “{name}”.</source>
        <translation>「{name}」として保存しました。</translation>
    </message>
    <message>
        <source>Its name is “{name}” now.</source>
        <translation>名前を「{name}」に変えました。</translation>
    </message>
    <message>
        <source>“{name}” was deleted.</source>
        <translation>「{name}」を削除しました。</translation>
    </message>
    <message>
        <source>“{name}” is back.</source>
        <translation>「{name}」を戻しました。</translation>
    </message>
</context>
<context>
    <name>LinkBar</name>
    <message>
        <source>Open in the browser</source>
        <translation>ブラウザーで開く</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>しまう</translation>
    </message>
</context>
<context>
    <name>News</name>
    <message>
        <source>Leave it all as I wrote it</source>
        <translation>すべて今の文のままにする</translation>
    </message>
</context>
<context>
    <name>NewsList</name>
    <message>
        <source>What the notes say since</source>
        <translation>ノートの変わったところ</translation>
    </message>
</context>
<context>
    <name>NewsModel</name>
    <message>
        <source>new: {words}</source>
        <translation>追加：{words}</translation>
    </message>
    <message>
        <source>gone: {words}</source>
        <translation>削除：{words}</translation>
    </message>
    <message>
        <source>{old} is now: {new}</source>
        <translation>「{old}」から「{new}」に変更</translation>
    </message>
</context>
<context>
    <name>NotesList</name>
    <message>
        <source>Notes of this section</source>
        <translation>このセクションのノート</translation>
    </message>
</context>
<context>
    <name>NotesModel</name>
    <message>
        <source>in the text</source>
        <translation>本文にあり</translation>
    </message>
    <message>
        <source>not in the text</source>
        <translation>本文になし</translation>
    </message>
</context>
<context>
    <name>OutlineDelegate</name>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
</context>
<context>
    <name>OutlinePane</name>
    <message>
        <source>Add a section</source>
        <translation>セクションを足す</translation>
    </message>
    <message>
        <source>Section deleted. Undo</source>
        <translation>消しました。元に戻す</translation>
    </message>
    <message>
        <source>Heading of the new section</source>
        <translation>新しいセクションの見出し</translation>
    </message>
    <message>
        <source>Heading</source>
        <translation>見出し</translation>
    </message>
</context>
<context>
    <name>OutlineView</name>
    <message>
        <source>Outline</source>
        <translation>アウトライン</translation>
    </message>
</context>
<context>
    <name>PictureRow</name>
    <message>
        <source>For those who cannot see it</source>
        <translation>見えない人のための説明（代替テキスト）</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>提供元</translation>
    </message>
    <message>
        <source>Credit: who made it, or where from</source>
        <translation>提供元：作った人、引用元</translation>
    </message>
    <message>
        <source>Width</source>
        <translation>幅</translation>
    </message>
    <message>
        <source>as it is</source>
        <translation>そのまま</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>small</source>
        <translation>小</translation>
    </message>
    <message>
        <source>Beside the picture above</source>
        <translation>上の画像と横に並べる</translation>
    </message>
</context>
<context>
    <name>PicturesForm</name>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Captions are the words of their lines. What a place cannot show is left out.</source>
        <translation>キャプションは画像の行の言葉です。投稿先で表せないものは省かれます。</translation>
    </message>
    <message>
        <source>The notes have no pictures yet.</source>
        <translation>ノートにはまだ画像がありません。</translation>
    </message>
</context>
<context>
    <name>PlaceWords</name>
    <message>
        <source>Name in the address (a–z, 0–9, hyphens)</source>
        <translation>アドレスに使う名前（a–z、0–9、ハイフン）</translation>
    </message>
    <message>
        <source>Emoji (one)</source>
        <translation>絵文字（1つ）</translation>
    </message>
    <message>
        <source>Kind of article</source>
        <translation>記事の種類</translation>
    </message>
    <message>
        <source>Topics, with commas (at most five)</source>
        <translation>トピック（カンマ区切り、5つまで）</translation>
    </message>
    <message>
        <source>Tags, with commas</source>
        <translation>タグ（カンマ区切り）</translation>
    </message>
    <message>
        <source>Categories, with commas</source>
        <translation>カテゴリー（カンマ区切り）</translation>
    </message>
    <message>
        <source>Publication (its name in the address)</source>
        <translation>Publication（アドレスでの名前）</translation>
    </message>
    <message>
        <source>Organization (its name in the address)</source>
        <translation>Organization（アドレスでの名前）</translation>
    </message>
    <message>
        <source>Only for those who have the link</source>
        <translation>限定共有にする</translation>
    </message>
    <message>
        <source>Id of the article, once the place has given one</source>
        <translation>記事のID（公開先で付いたあと）</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Series</source>
        <translation>シリーズ</translation>
    </message>
    <message>
        <source>Address where it appeared first</source>
        <translation>初出のアドレス</translation>
    </message>
    <message>
        <source>Address of the cover picture</source>
        <translation>カバー画像のアドレス</translation>
    </message>
    <message>
        <source>Front matter</source>
        <translation>フロントマターの形式</translation>
    </message>
    <message>
        <source>Layout</source>
        <translation>レイアウト</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>著者</translation>
    </message>
    <message>
        <source>Ready to be published (else a draft)</source>
        <translation>公開する（しなければ下書き）</translation>
    </message>
    <message>
        <source>Tech</source>
        <translation>技術記事</translation>
    </message>
    <message>
        <source>Idea</source>
        <translation>アイデア</translation>
    </message>
</context>
<context>
    <name>PreviewBrowser</name>
    <message>
        <source>Preview of the article</source>
        <translation>記事のプレビュー</translation>
    </message>
</context>
<context>
    <name>PreviewPane</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>Preview · {target}</source>
        <translation>プレビュー · {target}</translation>
    </message>
    <message>
        <source>still being set</source>
        <translation>組み直しています</translation>
    </message>
</context>
<context>
    <name>ReportActions</name>
    <message>
        <source>Footnote, and back to its mark</source>
        <translation>脚注を作る、印に戻る</translation>
    </message>
    <message>
        <source>Add pictures…</source>
        <translation>画像を追加…</translation>
    </message>
    <message>
        <source>Open the address at the caret</source>
        <translation>カーソル位置のアドレスを開く</translation>
    </message>
    <message>
        <source>Add a section</source>
        <translation>セクションを足す</translation>
    </message>
    <message>
        <source>Move the section up</source>
        <translation>セクションを上へ移す</translation>
    </message>
    <message>
        <source>Move the section down</source>
        <translation>セクションを下へ移す</translation>
    </message>
    <message>
        <source>How the report is told</source>
        <translation>レポートの書き方</translation>
    </message>
    <message>
        <source>Pictures of the report</source>
        <translation>レポートの画像</translation>
    </message>
    <message>
        <source>Checks before publishing</source>
        <translation>公開の前の確認</translation>
    </message>
    <message>
        <source>Copy the report as Markdown</source>
        <translation>レポートを Markdown でコピー</translation>
    </message>
    <message>
        <source>Export to a folder</source>
        <translation>フォルダーに書き出す</translation>
    </message>
</context>
<context>
    <name>ReportWords</name>
    <message>
        <source>1 character</source>
        <translation>1字</translation>
    </message>
    <message>
        <source>{n} characters</source>
        <translation>{n}字</translation>
    </message>
    <message>
        <source>1 word</source>
        <translation>1語</translation>
    </message>
    <message>
        <source>{n} words</source>
        <translation>{n}語</translation>
    </message>
    <message>
        <source>Footnotes {n}</source>
        <translation>脚注 {n}</translation>
    </message>
    <message>
        <source>{n} sections, folded</source>
        <translation>{n}セクションを折りたたみ中</translation>
    </message>
    <message>
        <source>unfolded</source>
        <translation>展開中</translation>
    </message>
    <message>
        <source>shown</source>
        <translation>載せる</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>載せない</translation>
    </message>
    <message>
        <source>your text</source>
        <translation>自分の文</translation>
    </message>
    <message>
        <source>the notes changed since</source>
        <translation>書いたあとでノートが変わりました</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Your text · {length}</source>
        <translation>自分の文 · {length}</translation>
    </message>
    <message>
        <source>Empty: the generated text is printed</source>
        <translation>空です。自動の文が載ります</translation>
    </message>
    <message>
        <source>Generated until you change it</source>
        <translation>直すまでは自動の文です</translation>
    </message>
    <message>
        <source>Nothing written yet, so it is left out</source>
        <translation>まだ書いていないので載りません</translation>
    </message>
    <message>
        <source>One session: {title}</source>
        <translation>1セッションだけ：{title}</translation>
    </message>
    <message>
        <source>One day: {day}</source>
        <translation>1日だけ：{day}</translation>
    </message>
    <message>
        <source>Everything, by stars</source>
        <translation>全体（評価の順）</translation>
    </message>
    <message>
        <source>Everything, by theme (track or tag)</source>
        <translation>全体（トラックやタグのテーマ別）</translation>
    </message>
    <message>
        <source>The three talks I liked best</source>
        <translation>よかった講演3つ</translation>
    </message>
    <message>
        <source>A travel diary</source>
        <translation>旅日記</translation>
    </message>
    <message>
        <source>Everything, day by day</source>
        <translation>全体（日ごと）</translation>
    </message>
    <message>
        <source>Who you are, where you were, what follows</source>
        <translation>自分のこと、行った先、これから書くこと</translation>
    </message>
    <message>
        <source>What stays with you, and what you do next</source>
        <translation>心に残ったことと、これからすること</translation>
    </message>
    <message>
        <source>Whom you want to thank</source>
        <translation>お礼を言いたい人</translation>
    </message>
    <message>
        <source>Links to videos, slides and other reports</source>
        <translation>動画、スライド、ほかのレポートへのリンク</translation>
    </message>
    <message>
        <source>What came to light later</source>
        <translation>あとからわかったこと</translation>
    </message>
    <message>
        <source>Write here, in Markdown</source>
        <translation>ここに Markdown で書く</translation>
    </message>
    <message>
        <source>Hatena Blog</source>
        <translation>はてなブログ</translation>
    </message>
    <message>
        <source>Run by</source>
        <translation>主催</translation>
    </message>
    <message>
        <source>What it is about</source>
        <translation>何のカンファレンスか</translation>
    </message>
    <message>
        <source>Which edition (a number)</source>
        <translation>第何回か（数字）</translation>
    </message>
    <message>
        <source>Attendees (a number)</source>
        <translation>参加者の数（数字）</translation>
    </message>
    <message>
        <source>Attendees of the first edition (a number)</source>
        <translation>初回の参加者の数（数字）</translation>
    </message>
    <message>
        <source>Sessions in the programme (a number)</source>
        <translation>全セッションの数（数字）</translation>
    </message>
    <message>
        <source>Videos published (a number)</source>
        <translation>公開された動画の数（数字）</translation>
    </message>
    <message>
        <source>What a ticket costs</source>
        <translation>参加費</translation>
    </message>
    <message>
        <source>Hours of a day</source>
        <translation>一日の時間</translation>
    </message>
    <message>
        <source>Where the next one is</source>
        <translation>次回の開催地</translation>
    </message>
    <message>
        <source>Year of the next one</source>
        <translation>次回の年</translation>
    </message>
    <message>
        <source>Something else worth knowing</source>
        <translation>そのほか伝えたいこと</translation>
    </message>
</context>
<context>
    <name>ReportWorkspace</name>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>the report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Title and settings</source>
        <translation>題と設定</translation>
    </message>
</context>
<context>
    <name>SavedLayouts</name>
    <message>
        <source>Save as a layout</source>
        <translation>この構成を保存</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Saved layouts ({n})</source>
        <translation>保存した構成（{n}）</translation>
    </message>
    <message>
        <source>“{name}” is there already: choose another name.</source>
        <translation>「{name}」はすでにあります。別の名前にしてください。</translation>
    </message>
</context>
<context>
    <name>SectionEditor</name>
    <message>
        <source>Text of the section</source>
        <translation>セクションの本文</translation>
    </message>
</context>
<context>
    <name>SettingsForm</name>
    <message>
        <source>Title and settings</source>
        <translation>題と設定</translation>
    </message>
    <message>
        <source>Title of the report</source>
        <translation>レポートの題</translation>
    </message>
    <message>
        <source>As generated</source>
        <translation>自動の題のまま</translation>
    </message>
    <message>
        <source>What the report tells of</source>
        <translation>レポートの構成</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>誰に向けて</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>みんな</translation>
    </message>
    <message>
        <source>The company</source>
        <translation>社内</translation>
    </message>
    <message>
        <source>After names in Japanese</source>
        <translation>日本語での敬称</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>List of contents at the beginning</source>
        <translation>はじめに目次を付ける</translation>
    </message>
    <message>
        <source>For {target}</source>
        <translation>{target}での設定</translation>
    </message>
    <message>
        <source>With what is marked inside. Private lines never leave the notebook.</source>
        <translation>社内限りの行も載せます。非公開の行はノートブックから出ません。</translation>
    </message>
    <message>
        <source>Only what is public. Inside and private lines leave no trace.</source>
        <translation>公開のものだけを載せます。社内限りと非公開の行は跡も残しません。</translation>
    </message>
</context>
<context>
    <name>TellingForm</name>
    <message>
        <source>How it is told</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>For all sessions, in every place. What is not known leaves no gap.</source>
        <translation>すべてのセッションと投稿先に共通です。わからない項目は空きを残しません。</translation>
    </message>
    <message>
        <source>Who wrote this section</source>
        <translation>このセクションを書いた人</translation>
    </message>
    <message>
        <source>Where several write</source>
        <translation>何人かで書くとき</translation>
    </message>
    <message>
        <source>Kind (keynote, panel, workshop …)</source>
        <translation>種類（キーノート、パネル、ワークショップなど）</translation>
    </message>
    <message>
        <source>Code in the programme</source>
        <translation>プログラムでの番号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>部屋</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Headings lead to</source>
        <translation>見出しのリンク先</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>the page</source>
        <translation>ページ</translation>
    </message>
    <message>
        <source>the slides</source>
        <translation>スライド</translation>
    </message>
    <message>
        <source>the video</source>
        <translation>動画</translation>
    </message>
    <message>
        <source>Slides and videos as players or cards</source>
        <translation>スライドと動画をプレーヤーやカードで載せる</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>評価</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>A sign of your own for the stars</source>
        <translation>★の代わりの記号</translation>
    </message>
    <message>
        <source>Days of the conference</source>
        <translation>会期の日</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>1日ずつ</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>まとめて</translation>
    </message>
    <message>
        <source>Facts about the conference</source>
        <translation>開催概要</translation>
    </message>
    <message>
        <source>Sentences</source>
        <translation>文章</translation>
    </message>
    <message>
        <source>A list</source>
        <translation>箇条書き</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Besides the speakers</source>
        <translation>登壇者のほかに載せるもの</translation>
    </message>
    <message>
        <source>Alternative text, credit and width</source>
        <translation>代替テキスト・提供元・幅</translation>
    </message>
    <message>
        <source>Who wrote “{section}”</source>
        <translation>「{section}」を書いた人</translation>
    </message>
</context>
<context>
    <name>TextPage</name>
    <message>
        <source>Footnote here ({chord})</source>
        <translation>ここに脚注（{chord}）</translation>
    </message>
    <message>
        <source>Delete this section</source>
        <translation>このセクションを消す</translation>
    </message>
    <message>
        <source>Back to generated</source>
        <translation>自動の文に戻す</translation>
    </message>
    <message>
        <source>The notes changed since you wrote this</source>
        <translation>書いたあとで、ノートが変わりました</translation>
    </message>
    <message>
        <source>Notes of this section</source>
        <translation>このセクションのノート</translation>
    </message>
    <message>
        <source>Facts</source>
        <translation>事実</translation>
    </message>
    <message>
        <source>Who writes</source>
        <translation>書き手</translation>
    </message>
    <message>
        <source>How it is told</source>
        <translation>書き方</translation>
    </message>
    <message>
        <source>the other language</source>
        <translation>もう一方の言語</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1行</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n}行</translation>
    </message>
</context>
<context>
    <name>TitlePattern</name>
    <message>
        <source>Insert</source>
        <translation>項目を挿入</translation>
    </message>
    <message>
        <source>Insert a placeholder into the title pattern</source>
        <translation>題の書式に項目を挿入</translation>
    </message>
    <message>
        <source>Title pattern</source>
        <translation>題の書式</translation>
    </message>
    <message>
        <source>Title pattern ({language})</source>
        <translation>題の書式（{language}）</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Your own title above is printed; without it: {title}</source>
        <translation>上で付けた題を使います。なければ「{title}」</translation>
    </message>
    <message>
        <source>Title: {title}</source>
        <translation>題は「{title}」になります</translation>
    </message>
    <message>
        <source>Not a placeholder, so it is left out: {names}</source>
        <translation>使えない項目のため省きました：{names}</translation>
    </message>
    <message>
        <source>A brace without its other one is left out; doubled, it is printed.</source>
        <translation>対になっていない波かっこは省きます。{{ と重ねると文字になります。</translation>
    </message>
    <message>
        <source>Not known here, so it is left out: {names}</source>
        <translation>内容が分からないため省きました：{names}</translation>
    </message>
    <message>
        <source>Conference</source>
        <translation>カンファレンス名</translation>
    </message>
    <message>
        <source>Its short name</source>
        <translation>略称</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>開催年</translation>
    </message>
    <message>
        <source>City</source>
        <translation>都市</translation>
    </message>
    <message>
        <source>Country (after the city&apos;s comma)</source>
        <translation>国（都市の「,」より後）</translation>
    </message>
    <message>
        <source>Dates</source>
        <translation>会期</translation>
    </message>
    <message>
        <source>Number of the day (report of one day)</source>
        <translation>何日目か（1日だけのレポート）</translation>
    </message>
    <message>
        <source>Date (report of one day)</source>
        <translation>日付（1日だけのレポート）</translation>
    </message>
    <message>
        <source>Title of the session (report of one session)</source>
        <translation>セッションの題（1つだけのレポート）</translation>
    </message>
    <message>
        <source>Author</source>
        <translation>書いた人</translation>
    </message>
</context>
<context>
    <name>TitleRow</name>
    <message>
        <source>Title and settings: {title}</source>
        <translation>題と設定：{title}</translation>
    </message>
    <message>
        <source>Title and settings</source>
        <translation>題と設定</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Report</source>
        <translation>レポート</translation>
    </message>
    <message>
        <source>Language of the report</source>
        <translation>レポートの言語</translation>
    </message>
    <message>
        <source>Where the report appears</source>
        <translation>レポートの公開先</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copy the report as Markdown</source>
        <translation>レポートを Markdown でコピー</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>1 session</source>
        <translation>1 セッション</translation>
    </message>
    <message>
        <source>{n} sessions</source>
        <translation>{n} セッション</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
</context>
<context>
    <name>UploadFields</name>
    <message>
        <source>Upload the pictures in this order and paste what the place gives for each, or all at once into the first. Every later export has them.</source>
        <translation>この順にアップロードし、得られたアドレスを貼り付けてください。最初の欄にまとめて貼り付けると、下の欄にも順に入ります。以後の書き出しでも使います。</translation>
    </message>
    <message>
        <source>More addresses than pictures: the last {n} were left out.</source>
        <translation>アドレスが画像より多いため、最後の {n} 件は入れていません。</translation>
    </message>
    <message>
        <source>Addresses at {place} ({n} of {all})</source>
        <translation>{place}でのアドレス（{all} 件中 {n} 件）</translation>
    </message>
</context>
<context>
    <name>UploadRow</name>
    <message>
        <source>Address at {place}</source>
        <translation>{place}でのアドレス</translation>
    </message>
    <message>
        <source>Not kept: Hatena gives [f:id:…], or an address that begins with https://</source>
        <translation>保存していません。はてなの [f:id:…] か、https:// で始まるアドレスを入力してください。</translation>
    </message>
    <message>
        <source>Not kept: an address begins with https://</source>
        <translation>保存していません。https:// で始まるアドレスを入力してください。</translation>
    </message>
</context>
<context>
    <name>_Reference</name>
    <message>
        <source>The other language</source>
        <translation>もう一方の言語</translation>
    </message>
</context>
</TS>
