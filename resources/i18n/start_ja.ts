<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AddressRow</name>
    <message>
        <source>Address of the schedule or the conference</source>
        <translation>予定表またはカンファレンスのアドレス</translation>
    </message>
    <message>
        <source>Paste an address</source>
        <translation>アドレスを貼り付け</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>ByHandPage</name>
    <message>
        <source>Start by hand</source>
        <translation>手で始める</translation>
    </message>
    <message>
        <source>Begin the conference</source>
        <translation>カンファレンスを始める</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>名前が必要です。</translation>
    </message>
    <message>
        <source>The first and the last day are needed.</source>
        <translation>初日と最終日が必要です。</translation>
    </message>
    <message>
        <source>A time zone is needed.</source>
        <translation>タイムゾーンが必要です。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最終日が初日より前になっています。</translation>
    </message>
    <message>
        <source>Everything here can be changed later.</source>
        <translation>ここの内容はすべて後から変えられます。</translation>
    </message>
</context>
<context>
    <name>ColumnsPage</name>
    <message>
        <source>What the columns mean</source>
        <translation>列の意味</translation>
    </message>
    <message>
        <source>Show the schedule</source>
        <translation>予定表を表示</translation>
    </message>
    <message>
        <source>First day of the conference</source>
        <translation>カンファレンスの初日</translation>
    </message>
    <message>
        <source>How 4/5/2026 is read</source>
        <translation>4/5/2026 の読み方</translation>
    </message>
    <message>
        <source>As fits the table</source>
        <translation>表に合わせる</translation>
    </message>
    <message>
        <source>Month first (April 5)</source>
        <translation>月が先（4月5日）</translation>
    </message>
    <message>
        <source>Day first (4 May)</source>
        <translation>日が先（5月4日）</translation>
    </message>
    <message>
        <source>Weekdays, “day 2” and dates without a year are counted from it.</source>
        <translation>曜日、「2日目」、年のない日付は、この日から数えます。</translation>
    </message>
    <message>
        <source>1 row</source>
        <translation>1行</translation>
    </message>
    <message>
        <source>{n} rows</source>
        <translation>{n}行</translation>
    </message>
    <message>
        <source>Column {n}</source>
        <translation>列 {n}</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>読み込まない</translation>
    </message>
    <message>
        <source>Say which column is the title.</source>
        <translation>どの列がタイトルか指定してください。</translation>
    </message>
    <message>
        <source>Only one column can be “{field}”: {columns}.</source>
        <translation>「{field}」にできる列は1つだけです（{columns}）。</translation>
    </message>
    <message>
        <source>Nothing is written yet. The schedule is shown first.</source>
        <translation>まだ何も書き込んでいません。先に予定表を表示します。</translation>
    </message>
</context>
<context>
    <name>ConfirmPage</name>
    <message>
        <source>Import a schedule</source>
        <translation>スケジュールを取り込む</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>別のファイル</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列の意味</translation>
    </message>
    <message>
        <source>Copy the list</source>
        <translation>一覧をコピー</translation>
    </message>
    <message>
        <source>Found in the file</source>
        <translation>ファイルで見つかったこと</translation>
    </message>
    <message>
        <source>1 kind, does not stop the import</source>
        <translation>1 種類。取り込みは止まりません</translation>
    </message>
    <message>
        <source>{n} kinds, none stops the import</source>
        <translation>{n} 種類。どれも取り込みを止めません</translation>
    </message>
    <message>
        <source>First sessions of each day, {place} time</source>
        <translation>各日の最初のセッション（{place} 時間）</translation>
    </message>
    <message>
        <source>The days show once a time zone is chosen</source>
        <translation>タイムゾーンを選ぶと日程が出ます</translation>
    </message>
    <message>
        <source>{n} in all</source>
        <translation>全 {n} 件</translation>
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
        <source>1 room</source>
        <translation>1 会場</translation>
    </message>
    <message>
        <source>{n} rooms</source>
        <translation>{n} 会場</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 日</translation>
    </message>
    <message>
        <source>{n} days</source>
        <translation>{n} 日間</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Import 1 session</source>
        <translation>1 セッションを取り込む</translation>
    </message>
    <message>
        <source>Import {n} sessions</source>
        <translation>{n} セッションを取り込む</translation>
    </message>
    <message>
        <source>The file names no time zone. Choose one: times are read in it.</source>
        <translation>ファイルにタイムゾーンがありません。選んでください。時刻はそれで読みます。</translation>
    </message>
    <message>
        <source>A time zone is needed: times are read in it.</source>
        <translation>タイムゾーンが必要です。時刻はそれで読みます。</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>名前が必要です。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最終日が初日より前になっています。</translation>
    </message>
    <message>
        <source>Nothing is written yet. Everything here can be changed later.</source>
        <translation>まだ何も書き込んでいません。内容はすべて後から変えられます。</translation>
    </message>
</context>
<context>
    <name>Destination</name>
    <message>
        <source>Comes in as</source>
        <translation>取り込み先</translation>
    </message>
    <message>
        <source>Name of the event</source>
        <translation>イベントの名前</translation>
    </message>
    <message>
        <source>Event beside {name}</source>
        <translation>{name}の併催イベント</translation>
    </message>
    <message>
        <source>More of {name}</source>
        <translation>{name}に加える</translation>
    </message>
    <message>
        <source>A conference of its own</source>
        <translation>新しいカンファレンス</translation>
    </message>
    <message>
        <source>Times are read in the zone of {name}. What is there already stays.</source>
        <translation>時刻は{name}のタイムゾーンで読みます。すでにあるものはそのまま残ります。</translation>
    </message>
</context>
<context>
    <name>DoorsPage</name>
    <message>
        <source>Back to the conference</source>
        <translation>カンファレンスに戻る</translation>
    </message>
    <message>
        <source>Choose a file, or drop one here</source>
        <translation>ファイルを選ぶ、またはドロップ</translation>
    </message>
    <message>
        <source>Name of the conference</source>
        <translation>カンファレンスの名前</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>始める</translation>
    </message>
    <message>
        <source>Open the sample conference</source>
        <translation>サンプルのカンファレンスを開く</translation>
    </message>
    <message>
        <source>One file on this computer. Works without a network.</source>
        <translation>パソコンの中のファイルひとつ。通信がなくても動きます。</translation>
    </message>
    <message>
        <source>Welcome to confnotes</source>
        <translation>confnotes へようこそ</translation>
    </message>
    <message>
        <source>Plan before, notes during, review after, report at the end.</source>
        <translation>行く前に予定、当日はノート、あとで見直し、最後にレポート。</translation>
    </message>
    <message>
        <source>Import a schedule</source>
        <translation>スケジュールを取り込む</translation>
    </message>
    <message>
        <source>From a file or the conference&apos;s address. iCalendar, pretalx, Sessionize, CSV and more are recognised.</source>
        <translation>ファイルか、カンファレンスのアドレスから。iCalendar、pretalx、CSVなどを見分けます。</translation>
    </message>
    <message>
        <source>Start by hand</source>
        <translation>手で始める</translation>
    </message>
    <message>
        <source>A name and the dates are enough. Sessions can be added while they happen.</source>
        <translation>名前と日付だけで始められます。セッションは、始まってからでも足せます。</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>サンプルを開く</translation>
    </message>
    <message>
        <source>Four days in San Diego, already lived: a plan, notes with footnotes, and a finished report to take apart.</source>
        <translation>サンディエゴの 4 日間を、参加し終えた姿で。予定、脚注つきのノート、書き上がったレポートを試せます。</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Without a time</source>
        <translation>時刻なし</translation>
    </message>
</context>
<context>
    <name>Proposals</name>
    <message>
        <source>{city}, this computer</source>
        <translation>{city}（このパソコン）</translation>
    </message>
    <message>
        <source>{n} of {total} sessions would begin between midnight and six, the first at {time}. Is the conference really there?</source>
        <translation>{total}件のうち{n}件が深夜0時から朝6時までに始まることになります（早いものは{time}）。会場のタイムゾーンか、確かめてください。</translation>
    </message>
    <message>
        <source>keynotes at {time}</source>
        <translation>キーノートは {time}</translation>
    </message>
    <message>
        <source>first session at {time}</source>
        <translation>最初のセッションは {time}</translation>
    </message>
    <message>
        <source>{what}, the day after</source>
        <translation>{what}（翌日）</translation>
    </message>
    <message>
        <source>{what}, the day before</source>
        <translation>{what}（前日）</translation>
    </message>
    <message>
        <source>keynotes at {time} there, {here} here</source>
        <translation>キーノートは現地 {time}、こちらでは {here}</translation>
    </message>
    <message>
        <source>first session at {time} there, {here} here</source>
        <translation>最初のセッションは現地 {time}、こちらでは {here}</translation>
    </message>
    <message>
        <source>The file names no time zone</source>
        <translation>ファイルにタイムゾーンがありません</translation>
    </message>
    <message>
        <source>Choose the zone of the place where the conference is.</source>
        <translation>開催地のタイムゾーンを選んでください。</translation>
    </message>
    <message>
        <source>{zone} would fit what the file says of the place.</source>
        <translation>ファイルにある場所からは {zone} が合いそうです。</translation>
    </message>
    <message>
        <source>Proposed from the file</source>
        <translation>ファイルからの提案</translation>
    </message>
    <message>
        <source>The file names {zone} in {field}.</source>
        <translation>ファイルの {field} に {zone} とあります。</translation>
    </message>
    <message>
        <source>The file names {zone}.</source>
        <translation>ファイルに {zone} とあります。</translation>
    </message>
    <message>
        <source>Its times are clock times of the venue.</source>
        <translation>時刻は会場の時計で書かれています。</translation>
    </message>
    <message>
        <source>Its times are written in UTC.</source>
        <translation>時刻は UTC で書かれています。</translation>
    </message>
    <message>
        <source>Its times carry the offset {offset}.</source>
        <translation>時刻には時差 {offset} が付いています。</translation>
    </message>
</context>
<context>
    <name>StartPages</name>
    <message>
        <source>Choose a schedule file</source>
        <translation>予定のファイルを選ぶ</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
    <message>
        <source>Schedules</source>
        <translation>予定のファイル</translation>
    </message>
    <message>
        <source>Pasted text</source>
        <translation>貼り付けたテキスト</translation>
    </message>
</context>
<context>
    <name>TableFields</name>
    <message>
        <source>Title</source>
        <translation>タイトル</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>サブタイトル</translation>
    </message>
    <message>
        <source>Abstract</source>
        <translation>概要</translation>
    </message>
    <message>
        <source>Speakers</source>
        <translation>登壇者</translation>
    </message>
    <message>
        <source>Affiliation</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>日付</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>End</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>長さ</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Type of session</source>
        <translation>セッションの種類</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Address of the page</source>
        <translation>ページのアドレス</translation>
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
        <source>Id</source>
        <translation>ID</translation>
    </message>
</context>
<context>
    <name>ZoneCard</name>
    <message>
        <source>Offsets are wrong, times are local</source>
        <translation>時差の記載は誤り、時刻は現地のもの</translation>
    </message>
    <message>
        <source>Read the times as the venue&apos;s clock shows them, whatever offset is written.</source>
        <translation>時差の記載を無視して、会場の時計の時刻として読みます。</translation>
    </message>
</context>
</TS>
