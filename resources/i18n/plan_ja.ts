<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>AgendaButton</name>
    <message>
        <source>My agenda</source>
        <translation>自分の予定</translation>
    </message>
    <message>
        <source>Save as a calendar…</source>
        <translation>カレンダーとして保存…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>PDF として保存…</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>印刷…</translation>
    </message>
    <message>
        <source>Also what is considered</source>
        <translation>迷ったものも含める</translation>
    </message>
    <message>
        <source>Save my agenda</source>
        <translation>自分の予定を保存</translation>
    </message>
    <message>
        <source>Print my agenda</source>
        <translation>自分の予定を印刷</translation>
    </message>
</context>
<context>
    <name>AwayPanel</name>
    <message>
        <source>Archive and trash</source>
        <translation>アーカイブとごみ箱</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ごみ箱</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>To the trash</source>
        <translation>ごみ箱へ</translation>
    </message>
    <message>
        <source>Sessions in the archive</source>
        <translation>アーカイブのセッション</translation>
    </message>
    <message>
        <source>Sessions in the trash</source>
        <translation>ごみ箱のセッション</translation>
    </message>
    <message>
        <source>Out of the programme. What you wrote about them stays in Review, in the search and in the report.</source>
        <translation>予定には出てきません。書いた内容は、見直しにも検索にもレポートにもそのまま残ります。</translation>
    </message>
    <message>
        <source>Nothing is in the archive.</source>
        <translation>アーカイブは空です。</translation>
    </message>
    <message>
        <source>Nowhere but here, with all that is yours. Nothing is erased.</source>
        <translation>ここにだけ残っています。書いた内容もそのままで、何も消えません。</translation>
    </message>
    <message>
        <source>Nothing is in the trash.</source>
        <translation>ごみ箱は空です。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Put away</source>
        <translation>しまう</translation>
    </message>
</context>
<context>
    <name>Changes</name>
    <message>
        <source>Moved</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Renamed</source>
        <translation>改題</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>復活</translation>
    </message>
    <message>
        <source>New</source>
        <translation>新規</translation>
    </message>
    <message>
        <source>Gone</source>
        <translation>消えた</translation>
    </message>
    <message>
        <source>Replaced</source>
        <translation>差し替え</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Yours</source>
        <translation>あなたに関わる変更</translation>
    </message>
    <message>
        <source>what you chose, and what has notes</source>
        <translation>選んだもの、ノートのあるもの</translation>
    </message>
    <message>
        <source>The rest</source>
        <translation>そのほか</translation>
    </message>
    <message>
        <source>neither chosen nor with notes</source>
        <translation>選択もノートもないもの</translation>
    </message>
    <message>
        <source>applied</source>
        <translation>反映する</translation>
    </message>
    <message>
        <source>left as it is</source>
        <translation>反映しない</translation>
    </message>
    <message>
        <source>The same, renamed</source>
        <translation>同じもの（改題）</translation>
    </message>
    <message>
        <source>Another session</source>
        <translation>別のセッション</translation>
    </message>
    <message>
        <source>1 line</source>
        <translation>1 行</translation>
    </message>
    <message>
        <source>{n} lines</source>
        <translation>{n} 行</translation>
    </message>
    <message>
        <source>stays in the programme, struck through</source>
        <translation>予定に残し、線を引いて示す</translation>
    </message>
    <message>
        <source>Not in the new programme</source>
        <translation>新しい予定にない</translation>
    </message>
    <message>
        <source>goes: there is nothing of yours on it</source>
        <translation>選択もノートもないので消える</translation>
    </message>
    <message>
        <source>stays, marked, for its notes ({lines})</source>
        <translation>ノート {lines}があるので残し、印を付ける</translation>
    </message>
    <message>
        <source>stays, marked, for what is yours on it</source>
        <translation>選択や書き込みがあるので残し、印を付ける</translation>
    </message>
    <message>
        <source>description</source>
        <translation>説明文</translation>
    </message>
    <message>
        <source>other details</source>
        <translation>そのほかの項目</translation>
    </message>
    <message>
        <source>watch later</source>
        <translation>後で見る</translation>
    </message>
    <message>
        <source>edited by you</source>
        <translation>手直しあり</translation>
    </message>
    <message>
        <source>clashes with yours at {time}</source>
        <translation>{time} に行く予定と重なる</translation>
    </message>
</context>
<context>
    <name>ChangesHeads</name>
    <message>
        <source>Change</source>
        <translation>変更</translation>
    </message>
    <message>
        <source>Until now</source>
        <translation>いままで</translation>
    </message>
    <message>
        <source>New programme</source>
        <translation>新しい予定</translation>
    </message>
    <message>
        <source>Your choice</source>
        <translation>あなたの選択</translation>
    </message>
</context>
<context>
    <name>ChangesPage</name>
    <message>
        <source>Changes of the programme</source>
        <translation>予定の変更</translation>
    </message>
    <message>
        <source>Kinds of change</source>
        <translation>変更の種類</translation>
    </message>
    <message>
        <source>Apply all that is shown</source>
        <translation>表示中のものをすべて反映</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>あとで</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>別のファイル</translation>
    </message>
    <message>
        <source>The programme is as it was: this file says nothing that is not here already.</source>
        <translation>予定に変わりはありません。このファイルの内容は、すでにすべて入っています。</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Apply {n} changes</source>
        <translation>{n} 件を反映</translation>
    </message>
    <message>
        <source>Apply 1 change</source>
        <translation>1 件を反映</translation>
    </message>
    <message>
        <source>Choices, reasons, ratings and notes are not touched. It is one step, and {chord} takes it back.</source>
        <translation>選択、理由、評価、ノートには触れません。反映はひとつの操作で、{chord} で元に戻せます。</translation>
    </message>
    <message>
        <source>Nothing is written.</source>
        <translation>何も書き込みません。</translation>
    </message>
</context>
<context>
    <name>ChangesView</name>
    <message>
        <source>Changes of the programme</source>
        <translation>予定の変更</translation>
    </message>
</context>
<context>
    <name>Choosing</name>
    <message>
        <source>Attendance</source>
        <translation>参加</translation>
    </message>
    <message>
        <source>Going there</source>
        <translation>行くかどうか</translation>
    </message>
    <message>
        <source>No</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Maybe</source>
        <translation>迷った</translation>
    </message>
    <message>
        <source>Going</source>
        <translation>行く</translation>
    </message>
    <message>
        <source>Watch later</source>
        <translation>後で見る</translation>
    </message>
    <message>
        <source>Why this one</source>
        <translation>選んだ理由</translation>
    </message>
    <message>
        <source>Why this one, and not the others?</source>
        <translation>ほかでなく、これを選んだ理由</translation>
    </message>
    <message>
        <source>This line goes into the report.</source>
        <translation>この文はレポートに載ります。</translation>
    </message>
    <message>
        <source>Attended (it has notes)</source>
        <translation>参加した（ノートあり）</translation>
    </message>
    <message>
        <source>Not said</source>
        <translation>まだ</translation>
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
        <source>Missed</source>
        <translation>行けなかった</translation>
    </message>
</context>
<context>
    <name>Clashes</name>
    <message>
        <source>Clashes with</source>
        <translation>次と重なっています</translation>
    </message>
    <message>
        <source>Considered at the same time</source>
        <translation>同じ時間に迷ったもの</translation>
    </message>
</context>
<context>
    <name>ConferencePanel</name>
    <message>
        <source>The conference</source>
        <translation>カンファレンス</translation>
    </message>
    <message>
        <source>Another time zone moves clock times; instants stay where they are.</source>
        <translation>タイムゾーンを変えると、時計の時刻で書かれたものだけが動きます。</translation>
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
        <source>First called “{name}”.</source>
        <translation>はじめの名前：{name}</translation>
    </message>
</context>
<context>
    <name>Days</name>
    <message>
        <source>All day</source>
        <translation>終日</translation>
    </message>
</context>
<context>
    <name>Editing</name>
    <message>
        <source>The sessions are in the trash.</source>
        <translation>ごみ箱に移しました。</translation>
    </message>
    <message>
        <source>1 session was added</source>
        <translation>1件を足しました</translation>
    </message>
    <message>
        <source>{n} were added</source>
        <translation>{n}件を足しました</translation>
    </message>
</context>
<context>
    <name>EventForm</name>
    <message>
        <source>Name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>First day</source>
        <translation>初日</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最終日</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>イベントを足す</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>名前が必要です。</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最終日が初日より前になっています。</translation>
    </message>
</context>
<context>
    <name>EventsRow</name>
    <message>
        <source>Co-located events</source>
        <translation>併催イベント</translation>
    </message>
    <message>
        <source>Add an event</source>
        <translation>イベントを足す</translation>
    </message>
    <message>
        <source>{n} more</source>
        <translation>ほか {n} 件</translation>
    </message>
    <message>
        <source>Fewer</source>
        <translation>少なく</translation>
    </message>
</context>
<context>
    <name>FacetList</name>
    <message>
        <source>Find: {name}</source>
        <translation>検索：{name}</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>検索</translation>
    </message>
</context>
<context>
    <name>FilterBar</name>
    <message>
        <source>Filter the programme</source>
        <translation>予定を絞り込む</translation>
    </message>
    <message>
        <source>Filter by title, track or speaker</source>
        <translation>題名・トラック・登壇者で絞り込む</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>部屋</translation>
    </message>
    <message>
        <source>Speaker</source>
        <translation>登壇者</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Only mine</source>
        <translation>選んだものだけ</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>絞り込みをやめる</translation>
    </message>
</context>
<context>
    <name>GivenCard</name>
    <message>
        <source>In the schedule</source>
        <translation>公式の予定</translation>
    </message>
    <message>
        <source>The schedule no longer has it. It stays for what is yours on it.</source>
        <translation>公式の予定から消えました。選択や書き込みがあるので残してあります。</translation>
    </message>
    <message>
        <source>The schedule says that it is cancelled.</source>
        <translation>公式の予定では中止になっています。</translation>
    </message>
    <message>
        <source>You noted that it is cancelled.</source>
        <translation>中止と書き留めてあります。</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>no room</source>
        <translation>部屋なし</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副題</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>{what}: {said}</source>
        <translation>{what}：{said}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>no longer in it</source>
        <translation>予定から外れました</translation>
    </message>
    <message>
        <source>takes place</source>
        <translation>開催</translation>
    </message>
    <message>
        <source>nobody speaking</source>
        <translation>登壇者なし</translation>
    </message>
</context>
<context>
    <name>ImportButton</name>
    <message>
        <source>Import the schedule again</source>
        <translation>予定をもう一度取り込む</translation>
    </message>
    <message>
        <source>Look for changes at {host}</source>
        <translation>{host} で変更を確かめる</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>From an address…</source>
        <translation>アドレスから…</translation>
    </message>
    <message>
        <source>Paste from the clipboard</source>
        <translation>クリップボードから貼り付け</translation>
    </message>
</context>
<context>
    <name>JoinButton</name>
    <message>
        <source>This is a scheduled session</source>
        <translation>予定にあるセッションとまとめる</translation>
    </message>
</context>
<context>
    <name>PanelForm</name>
    <message>
        <source>Typed before and not saved yet.</source>
        <translation>入力の途中です（まだ保存していません）。</translation>
    </message>
</context>
<context>
    <name>Plan</name>
    <message>
        <source>Clash</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>No longer listed</source>
        <translation>掲載なし</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>行けなかった</translation>
    </message>
    <message>
        <source>Attended</source>
        <translation>参加した</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>{time} まで</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>選択なし</translation>
    </message>
    <message>
        <source>considered</source>
        <translation>迷った</translation>
    </message>
    <message>
        <source>going</source>
        <translation>行く</translation>
    </message>
    <message>
        <source>watch later</source>
        <translation>後で見る</translation>
    </message>
    <message>
        <source>1 choice clashes</source>
        <translation>選んだ 1 件が重なっています</translation>
    </message>
    <message>
        <source>{n} choices clash</source>
        <translation>選んだ {n} 件が重なっています</translation>
    </message>
    <message>
        <source>{time} where you are ({place})</source>
        <translation>手元では {time}（{place}）</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>yet</source>
        <translation>未定</translation>
    </message>
    <message>
        <source>Nothing here yet. Add a session, also while it happens: {chord}</source>
        <translation>まだ何もありません。セッションを足してください。始まってからでも足せます：{chord}</translation>
    </message>
    <message>
        <source>Nothing on this day is let through by the filter.</source>
        <translation>この日には、絞り込みに合うものがありません。</translation>
    </message>
    <message>
        <source>On other days: {days}</source>
        <translation>ほかの日：{days}</translation>
    </message>
    <message>
        <source>{n} of {all} sessions</source>
        <translation>{all} セッション中 {n}</translation>
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
        <source>Rooms {first}–{last} of {all}</source>
        <translation>部屋 {first}–{last}／{all}</translation>
    </message>
    <message>
        <source>{going} chosen, {considered} considered</source>
        <translation>行く {going}、迷った {considered}</translation>
    </message>
    <message>
        <source>1 clash</source>
        <translation>重なり 1 件</translation>
    </message>
    <message>
        <source>{n} clashes</source>
        <translation>重なり {n} 件</translation>
    </message>
    <message>
        <source>All day</source>
        <translation>終日</translation>
    </message>
    <message>
        <source>too little time for the way</source>
        <translation>移動の時間が足りません</translation>
    </message>
</context>
<context>
    <name>PlanActions</name>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>Open notes</source>
        <translation>ノートを開く</translation>
    </message>
    <message>
        <source>Filter the programme</source>
        <translation>予定を絞り込む</translation>
    </message>
    <message>
        <source>Import the schedule again…</source>
        <translation>予定をもう一度取り込む…</translation>
    </message>
    <message>
        <source>Take the last step back</source>
        <translation>直前の操作を元に戻す</translation>
    </message>
    <message>
        <source>Archive the session</source>
        <translation>セッションをアーカイブする</translation>
    </message>
    <message>
        <source>Move the session to the trash</source>
        <translation>セッションをごみ箱に入れる</translation>
    </message>
    <message>
        <source>Sessions in archive and trash…</source>
        <translation>アーカイブとごみ箱のセッション…</translation>
    </message>
</context>
<context>
    <name>PlanHead</name>
    <message>
        <source>Days</source>
        <translation>日程</translation>
    </message>
    <message>
        <source>Show as</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Grid</source>
        <translation>表</translation>
    </message>
    <message>
        <source>List</source>
        <translation>一覧</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>The conference</source>
        <translation>カンファレンス</translation>
    </message>
    <message>
        <source>Archive and trash</source>
        <translation>アーカイブとごみ箱</translation>
    </message>
</context>
<context>
    <name>PlanPanel</name>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
    <message>
        <source>Choose a session to see what it is about, and say why.</source>
        <translation>セッションを選ぶと、内容を見て理由を書けます。</translation>
    </message>
    <message>
        <source>Clashes</source>
        <translation>重なり</translation>
    </message>
    <message>
        <source>Clashes: {n}</source>
        <translation>重なり：{n} 件</translation>
    </message>
</context>
<context>
    <name>PlanWorkspace</name>
    <message>
        <source>choices in the plan</source>
        <translation>予定での選択</translation>
    </message>
    <message>
        <source>Your agenda is in {path}</source>
        <translation>自分の予定を {path} に保存しました</translation>
    </message>
</context>
<context>
    <name>RoomHeads</name>
    <message>
        <source>Rooms</source>
        <translation>部屋</translation>
    </message>
    <message>
        <source>Rooms before</source>
        <translation>前の部屋</translation>
    </message>
    <message>
        <source>Rooms after</source>
        <translation>次の部屋</translation>
    </message>
    <message>
        <source>No room</source>
        <translation>部屋なし</translation>
    </message>
</context>
<context>
    <name>SessionDetails</name>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>In the schedule</source>
        <translation>公式の予定</translation>
    </message>
    <message>
        <source>Open notes</source>
        <translation>ノートを開く</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>直す</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>しまう</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>アーカイブ</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>ごみ箱に入れる</translation>
    </message>
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
        <source>Code</source>
        <translation>コード</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
    </message>
</context>
<context>
    <name>SessionForm</name>
    <message>
        <source>Title</source>
        <translation>題名</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Begins</source>
        <translation>開始</translation>
    </message>
    <message>
        <source>e.g. 14:25</source>
        <translation>例：14:25</translation>
    </message>
    <message>
        <source>Minutes</source>
        <translation>分</translation>
    </message>
    <message>
        <source>e.g. 35</source>
        <translation>例：35</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>部屋</translation>
    </message>
    <message>
        <source>Speakers, one a line</source>
        <translation>登壇者（1 行に 1 人）</translation>
    </message>
    <message>
        <source>Name (affiliation)</source>
        <translation>名前（所属）</translation>
    </message>
    <message>
        <source>Fill in what the schedule says</source>
        <translation>公式の予定の内容を入れる</translation>
    </message>
    <message>
        <source>Several at once</source>
        <translation>まとめて足す</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>ごみ箱に入れる</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Subtitle</source>
        <translation>副題</translation>
    </message>
    <message>
        <source>Track</source>
        <translation>トラック</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>言語</translation>
    </message>
    <message>
        <source>e.g. en</source>
        <translation>例：ja</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>形式</translation>
    </message>
    <message>
        <source>e.g. long talk</source>
        <translation>例：ロングトーク</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>番号</translation>
    </message>
    <message>
        <source>e.g. A-12</source>
        <translation>例：A-12</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>Takes place</source>
        <translation>開催</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Fewer facts</source>
        <translation>項目を減らす</translation>
    </message>
    <message>
        <source>More facts</source>
        <translation>ほかの項目</translation>
    </message>
    <message>
        <source>No time yet</source>
        <translation>時刻は未定</translation>
    </message>
    <message>
        <source>New session</source>
        <translation>新しいセッション</translation>
    </message>
    <message>
        <source>Edit the session</source>
        <translation>セッションを直す</translation>
    </message>
    <message>
        <source>A title is needed.</source>
        <translation>題名が必要です。</translation>
    </message>
    <message>
        <source>The time is not understood. Type it as 14:25.</source>
        <translation>時刻を読み取れません。14:25 のように書いてください。</translation>
    </message>
    <message>
        <source>The length is not understood. Type it in minutes.</source>
        <translation>長さを読み取れません。分で書いてください。</translation>
    </message>
</context>
<context>
    <name>SessionsView</name>
    <message>
        <source>Sessions of the day</source>
        <translation>この日のセッション</translation>
    </message>
</context>
<context>
    <name>SeveralForm</name>
    <message>
        <source>Several sessions</source>
        <translation>まとめて足す</translation>
    </message>
    <message>
        <source>Day, where no line names one</source>
        <translation>日（行に書かれていないとき）</translation>
    </message>
    <message>
        <source>Timetable, a session a line</source>
        <translation>時間割（1行に1つ）</translation>
    </message>
    <message>
        <source>10:00–10:35 Title / Name (affiliation) @ Room</source>
        <translation>10:00～10:35 題名／名前（所属） @部屋</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>No line begins with a time, or all are in the programme already.</source>
        <translation>時刻で始まる行がないか、どれもすでに予定にあります。</translation>
    </message>
    <message>
        <source>Add 1 session</source>
        <translation>1件を足す</translation>
    </message>
    <message>
        <source>Add {n} sessions</source>
        <translation>{n}件を足す</translation>
    </message>
    <message>
        <source>Add the sessions</source>
        <translation>まとめて足す</translation>
    </message>
    <message>
        <source>and {n} more</source>
        <translation>ほか{n}件</translation>
    </message>
    <message>
        <source>Read as</source>
        <translation>こう読みました</translation>
    </message>
</context>
<context>
    <name>Shelving</name>
    <message>
        <source>In the archive</source>
        <translation>アーカイブしました</translation>
    </message>
    <message>
        <source>In the trash</source>
        <translation>ごみ箱に入れました</translation>
    </message>
    <message>
        <source>Back in the programme</source>
        <translation>予定に戻しました</translation>
    </message>
</context>
<context>
    <name>Steps</name>
    <message>
        <source>Take it back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>元に戻しました</translation>
    </message>
</context>
<context>
    <name>Updating</name>
    <message>
        <source>1 changed</source>
        <translation>変更 1 件</translation>
    </message>
    <message>
        <source>{n} changed</source>
        <translation>変更 {n} 件</translation>
    </message>
    <message>
        <source>1 new</source>
        <translation>新規 1 件</translation>
    </message>
    <message>
        <source>{n} new</source>
        <translation>新規 {n} 件</translation>
    </message>
    <message>
        <source>1 removed</source>
        <translation>削除 1 件</translation>
    </message>
    <message>
        <source>{n} removed</source>
        <translation>削除 {n} 件</translation>
    </message>
    <message>
        <source>1 stays, marked</source>
        <translation>印を付けて残したもの 1 件</translation>
    </message>
    <message>
        <source>{n} stay, marked</source>
        <translation>印を付けて残したもの {n} 件</translation>
    </message>
    <message>
        <source>The programme is up to date</source>
        <translation>予定を反映しました</translation>
    </message>
    <message>
        <source>The schedule was added</source>
        <translation>予定を加えました</translation>
    </message>
    <message>
        <source>It has the facts of the schedule, and all that is yours.</source>
        <translation>予定の内容と、あなたの選択・ノートをまとめて持っています。</translation>
    </message>
    <message>
        <source>The two are one session</source>
        <translation>ふたつのセッションをまとめました</translation>
    </message>
    <message>
        <source>The programme is as it was. What you wrote since is still there.</source>
        <translation>予定は反映する前のとおりです。そのあとに書いたものは残っています。</translation>
    </message>
</context>
</TS>
