<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>ConferenceForm</name>
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
        <source>Venue</source>
        <translation>会場</translation>
    </message>
    <message>
        <source>City</source>
        <translation>都市</translation>
    </message>
    <message>
        <source>Time zone of the conference</source>
        <translation>カンファレンスのタイムゾーン</translation>
    </message>
    <message>
        <source>A city, for example Amsterdam</source>
        <translation>都市名（例：Amsterdam）</translation>
    </message>
    <message>
        <source>The last day lies before the first.</source>
        <translation>最終日が初日より前になっています。</translation>
    </message>
</context>
<context>
    <name>DateField</name>
    <message>
        <source>e.g. 2026-03-23</source>
        <translation>例：2026-03-23</translation>
    </message>
</context>
<context>
    <name>FootBar</name>
    <message>
        <source>Put away</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>Kinds</name>
    <message>
        <source>Talk</source>
        <translation>講演</translation>
    </message>
    <message>
        <source>Keynote</source>
        <translation>キーノート</translation>
    </message>
    <message>
        <source>Panel</source>
        <translation>パネル</translation>
    </message>
    <message>
        <source>Lightning talk</source>
        <translation>ライトニングトーク</translation>
    </message>
    <message>
        <source>Tutorial</source>
        <translation>チュートリアル</translation>
    </message>
    <message>
        <source>Workshop</source>
        <translation>ワークショップ</translation>
    </message>
    <message>
        <source>Sponsor session</source>
        <translation>スポンサーセッション</translation>
    </message>
    <message>
        <source>Booth</source>
        <translation>ブース</translation>
    </message>
    <message>
        <source>Meal</source>
        <translation>食事</translation>
    </message>
    <message>
        <source>Party</source>
        <translation>パーティー</translation>
    </message>
    <message>
        <source>Hallway talk</source>
        <translation>廊下での立ち話</translation>
    </message>
    <message>
        <source>On the way</source>
        <translation>移動</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>Links</name>
    <message>
        <source>There is no address at the caret</source>
        <translation>カーソル位置にアドレスがありません</translation>
    </message>
    <message>
        <source>{url} could not be opened</source>
        <translation>{url} を開けませんでした</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>did not catch</source>
        <translation>聞き取れず</translation>
    </message>
    <message>
        <source>my own thought</source>
        <translation>自分の考え</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>引用</translation>
    </message>
    <message>
        <source>question</source>
        <translation>会場からの質問</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>key point</source>
        <translation>要点</translation>
    </message>
    <message>
        <source>to do</source>
        <translation>やること</translation>
    </message>
    <message>
        <source>heading</source>
        <translation>見出し</translation>
    </message>
    <message>
        <source>code</source>
        <translation>コード</translation>
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
        <source>Repository</source>
        <translation>リポジトリ</translation>
    </message>
    <message>
        <source>Link</source>
        <translation>リンク</translation>
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
    <name>Page</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>やめる</translation>
    </message>
</context>
<context>
    <name>PictureDialog</name>
    <message>
        <source>Add pictures</source>
        <translation>画像を追加</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>すべてのファイル</translation>
    </message>
</context>
<context>
    <name>Said</name>
    <message>
        <source>What was being said</source>
        <translation>そのときの発言</translation>
    </message>
</context>
<context>
    <name>Stars</name>
    <message>
        <source>Rating: {n} of 5</source>
        <translation>評価：5 段階の {n}</translation>
    </message>
    <message>
        <source>Rating: none</source>
        <translation>評価：なし</translation>
    </message>
</context>
<context>
    <name>TabStrip</name>
    <message>
        <source>Earlier</source>
        <translation>前へ</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>次へ</translation>
    </message>
</context>
<context>
    <name>TwoTexts</name>
    <message>
        <source>{field} in {language}</source>
        <translation>{field}（{language}）</translation>
    </message>
    <message>
        <source>Japanese changed since</source>
        <translation>日本語があとから変わりました</translation>
    </message>
    <message>
        <source>English changed since</source>
        <translation>英語があとから変わりました</translation>
    </message>
    <message>
        <source>The original changed since</source>
        <translation>元の文があとから変わりました</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>Day {n}</source>
        <translation>{n}日目</translation>
    </message>
</context>
<context>
    <name>_Stale</name>
    <message>
        <source>Still right</source>
        <translation>このままで合っている</translation>
    </message>
</context>
</TS>
