<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Approving</name>
    <message>
        <source>Keeping photos, {k} of {n}</source>
        <translation>写真を保存しています（{k} / {n}）</translation>
    </message>
</context>
<context>
    <name>ClockField</name>
    <message>
        <source>A second less</source>
        <translation>1秒減らす</translation>
    </message>
    <message>
        <source>A second more</source>
        <translation>1秒増やす</translation>
    </message>
    <message>
        <source>Hours, minutes, seconds: +0:02:10</source>
        <translation>時:分:秒（例：+0:02:10）</translation>
    </message>
</context>
<context>
    <name>ClockPhoto</name>
    <message>
        <source>Time that the clock shows</source>
        <translation>時計が示している時刻</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Which time does the clock in {name} show?</source>
        <translation>{name}に写っている時計は何時を示していますか？</translation>
    </message>
</context>
<context>
    <name>ContactSheet</name>
    <message>
        <source>Photos to attach</source>
        <translation>追加する写真</translation>
    </message>
</context>
<context>
    <name>Foot</name>
    <message>
        <source>Nothing is attached before this.</source>
        <translation>押すまで何も追加されません。</translation>
    </message>
    <message>
        <source>Only the {n} selected</source>
        <translation>選択中の{n}枚だけ</translation>
    </message>
</context>
<context>
    <name>GuessCard</name>
    <message>
        <source>Take the times as they are</source>
        <translation>撮影時刻をそのまま使う</translation>
    </message>
</context>
<context>
    <name>LinePlace</name>
    <message>
        <source>at the top</source>
        <translation>先頭</translation>
    </message>
    <message>
        <source>after “{line}”</source>
        <translation>「{line}」の後</translation>
    </message>
    <message>
        <source>at the end</source>
        <translation>末尾</translation>
    </message>
    <message>
        <source>before “{line}”</source>
        <translation>「{line}」の前</translation>
    </message>
    <message>
        <source>Place in the notes: {place}</source>
        <translation>ノートでの位置：{place}</translation>
    </message>
    <message>
        <source>↑ and ↓ put the photo a line up or down (Ctrl+↑, Ctrl+↓ on the sheet)</source>
        <translation>↑↓で写真を1行ずつ動かします（一覧ではCtrl+↑、Ctrl+↓）</translation>
    </message>
    <message>
        <source>the top of the notes</source>
        <translation>ノートの先頭</translation>
    </message>
    <message>
        <source>the end of the notes</source>
        <translation>ノートの末尾</translation>
    </message>
    <message>
        <source>this photo</source>
        <translation>この写真</translation>
    </message>
</context>
<context>
    <name>Nothing</name>
    <message>
        <source>Choose a folder …</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Choose photos …</source>
        <translation>写真を選ぶ…</translation>
    </message>
</context>
<context>
    <name>PhotoPanel</name>
    <message>
        <source>Photo before</source>
        <translation>前の写真</translation>
    </message>
    <message>
        <source>Next photo</source>
        <translation>次の写真</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>There</source>
        <translation>現地</translation>
    </message>
    <message>
        <source>Goes to</source>
        <translation>追加先</translation>
    </message>
    <message>
        <source>Session</source>
        <translation>セッション</translation>
    </message>
    <message>
        <source>Choose a session</source>
        <translation>セッションを選んでください</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>キャプション</translation>
    </message>
    <message>
        <source>Alternative text</source>
        <translation>代替テキスト</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>追加する</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>見送る</translation>
    </message>
    <message>
        <source>Position and camera data stay out of exports.</source>
        <translation>位置やカメラの情報は書き出されません。</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>写真{n}枚</translation>
    </message>
    <message>
        <source>says no time</source>
        <translation>時刻の記録なし</translation>
    </message>
    <message>
        <source>{time} (from the name)</source>
        <translation>{time}（ファイル名から）</translation>
    </message>
    <message>
        <source>{time} into it</source>
        <translation>開始から{time}</translation>
    </message>
    <message>
        <source>The same photo as {name}.</source>
        <translation>{name}と同じ写真です。</translation>
    </message>
    <message>
        <source>Already in the notes of {title}.</source>
        <translation>「{title}」のノートにすでにあります。</translation>
    </message>
    <message>
        <source>The file does not say when it was taken. Choose its session.</source>
        <translation>撮影時刻が記録されていません。セッションを選んでください。</translation>
    </message>
    <message>
        <source>Only a guess: Accept (A) takes it, or choose another session.</source>
        <translation>推定です。「追加する」（A）で決まります。別のセッションも選べます。</translation>
    </message>
</context>
<context>
    <name>Photos</name>
    <message>
        <source>Cannot be shown</source>
        <translation>表示できないファイル</translation>
    </message>
    <message>
        <source>No certain session at this time</source>
        <translation>この時刻に確かなセッションなし</translation>
    </message>
    <message>
        <source>{k} of {n} chosen</source>
        <translation>{n}枚中{k}枚を選択</translation>
    </message>
    <message>
        <source>all {n} chosen</source>
        <translation>{n}枚すべて選択</translation>
    </message>
    <message>
        <source>1 photo</source>
        <translation>写真1枚</translation>
    </message>
    <message>
        <source>{n} photos</source>
        <translation>写真{n}枚</translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1ファイル</translation>
    </message>
    <message>
        <source>{n} files</source>
        <translation>{n}ファイル</translation>
    </message>
    <message>
        <source>same as {name}</source>
        <translation>{name}と同じ</translation>
    </message>
    <message>
        <source>already in the notes</source>
        <translation>ノートにあり</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>見送り</translation>
    </message>
    <message>
        <source>{title}?</source>
        <translation>{title}？</translation>
    </message>
    <message>
        <source>no time</source>
        <translation>時刻なし</translation>
    </message>
    <message>
        <source>first in the notes</source>
        <translation>ノートの最初</translation>
    </message>
    <message>
        <source>at the top</source>
        <translation>先頭</translation>
    </message>
    <message>
        <source>end of the notes</source>
        <translation>ノートの末尾</translation>
    </message>
    <message>
        <source>after line {n}</source>
        <translation>{n}行目の後</translation>
    </message>
    <message>
        <source>line at {time}</source>
        <translation>{time}の行</translation>
    </message>
    <message>
        <source>a photo without a caption</source>
        <translation>キャプションのない写真</translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>without a place</source>
        <translation>追加先なし</translation>
    </message>
    <message>
        <source>the camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>By satellite time, the clock of {camera} was off: {shift} is added.</source>
        <translation>衛星の時刻によると{camera}の時計はずれていたので、{shift}を加えています。</translation>
    </message>
    <message>
        <source>The clock of {camera} seems to have run on {city} time: {fits} of {total} photos fall into your sessions, otherwise {before}.</source>
        <translation>{camera}の時計は{city}の時刻だったようです。そう読むと{total}枚中{fits}枚が参加したセッションに入ります（そのままでは{before}枚）。</translation>
    </message>
    <message>
        <source>The clock of {camera} seems to be off; with {shift}, {fits} of {total} photos fall into your sessions, otherwise {before}.</source>
        <translation>{camera}の時計はずれていたようです。{shift}を加えると{total}枚中{fits}枚が参加したセッションに入ります（そのままでは{before}枚）。</translation>
    </message>
    <message>
        <source>{n} skipped</source>
        <translation>見送り{n}枚</translation>
    </message>
    <message>
        <source>{n} cannot be shown</source>
        <translation>表示できないもの{n}件</translation>
    </message>
    <message>
        <source>{n} without a place</source>
        <translation>追加先なし{n}枚</translation>
    </message>
    <message>
        <source>{n} chosen</source>
        <translation>選択{n}枚</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Attach 1 photo</source>
        <translation>写真1枚を追加</translation>
    </message>
    <message>
        <source>Attach {n} photos</source>
        <translation>写真{n}枚を追加</translation>
    </message>
    <message>
        <source>{photos} attached to 1 session.</source>
        <translation>{photos}を1つのセッションに追加しました。</translation>
    </message>
    <message>
        <source>{photos} attached to {n} sessions.</source>
        <translation>{photos}を{n}つのセッションに追加しました。</translation>
    </message>
    <message>
        <source>Taken back; the photos are on the sheet again.</source>
        <translation>取り消しました。写真は一覧に戻っています。</translation>
    </message>
    <message>
        <source>Taken back, but for {photos} that you have worked on since.</source>
        <translation>取り消しました。その後に手を加えた{photos}はノートに残っています。</translation>
    </message>
    <message>
        <source>Still to be read</source>
        <translation>これから読み込む写真</translation>
    </message>
</context>
<context>
    <name>PhotosDesk</name>
    <message>
        <source>Looking for photos</source>
        <translation>写真を探しています</translation>
    </message>
    <message>
        <source>Files of other kinds, left alone: {n}</source>
        <translation>ほかの種類のファイル{n}個には触れません</translation>
    </message>
    <message>
        <source>No photos in {name}</source>
        <translation>「{name}」に写真がありません</translation>
    </message>
    <message>
        <source>Reading photos, {k} of {n}</source>
        <translation>写真を読み込んでいます（{k} / {n}）</translation>
    </message>
    <message>
        <source>Photos find their place by the time they were taken</source>
        <translation>写真は撮影時刻からノートの場所を見つけます</translation>
    </message>
    <message>
        <source>Choose a folder, or drop one on this window. JPEG, PNG, HEIC and WebP are read; nothing is attached before you say so, and the files stay where they are.</source>
        <translation>フォルダーを選ぶか、このウィンドウにドロップしてください。JPEG、PNG、HEIC、WebPを読み込みます。承認するまで何も追加されず、元のファイルはそのまま残ります。</translation>
    </message>
    <message>
        <source>All photos are in the notes</source>
        <translation>写真はすべてノートに入りました</translation>
    </message>
</context>
<context>
    <name>PhotosPage</name>
    <message>
        <source>Take it back</source>
        <translation>取り消す</translation>
    </message>
    <message>
        <source>Folder with photos</source>
        <translation>写真のあるフォルダー</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>写真</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>More photos …</source>
        <translation>写真を加える…</translation>
    </message>
    <message>
        <source>Clear the sheet</source>
        <translation>一覧を空にする</translation>
    </message>
    <message>
        <source>Camera</source>
        <translation>カメラ</translation>
    </message>
    <message>
        <source>Zone of the camera’s clock</source>
        <translation>カメラの時計のタイムゾーン</translation>
    </message>
    <message>
        <source>zone as photos say</source>
        <translation>写真の記録どおりのタイムゾーン</translation>
    </message>
    <message>
        <source>Camera clock</source>
        <translation>カメラの時計</translation>
    </message>
    <message>
        <source>Add to the camera’s clock</source>
        <translation>カメラの時計に加える時間</translation>
    </message>
    <message>
        <source>From a photo of a clock</source>
        <translation>時計の写真から合わせる</translation>
    </message>
</context>
</TS>
