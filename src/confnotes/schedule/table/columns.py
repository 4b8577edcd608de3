"""What the columns of a table mean, guessed from the words in its header."""

import re
from collections.abc import Sequence

from confnotes.domain.table import Columns, TableField
from confnotes.domain.text import folded

_F = TableField
_SIGNS = re.compile(r"[\s_\-./:：*＊#（）()\[\]【】「」\"']+")
_NUMBER = re.compile(r"\d+$")
_WORDS = {
    _F.TITLE: (
        "title titel titre titulo sessiontitle sessionname talktitle talkname talk "
        "session subject summary event eventname presentation vortrag vortragstitel "
        "タイトル 題名 題目 演題 講演名 講演題目 講演タイトル 発表タイトル 発表題目 "
        "セッション セッション名 セッションタイトル トークタイトル 件名 プログラム "
        "プログラム名 イベント名"
    ),
    _F.SUBTITLE: ("subtitle untertitel sub 副題 サブタイトル"),
    _F.ABSTRACT: (
        "abstract description beschreibung desc details detail outline synopsis text "
        "概要 説明 内容 要旨 要約 詳細 紹介文 講演概要 発表概要 セッション概要 "
        "セッション内容 アブストラクト"
    ),
    _F.SPEAKERS: (
        "speaker speakers speakername speakernames persons person presenter presenters "
        "author authors referent referentin referenten vortragende vortragender "
        "teilnehmer panelists instructor host 登壇者 登壇者名 発表者 発表者名 講演者 "
        "講演者名 講師 スピーカー スピーカー名 話者 演者 氏名 登壇 担当者 パネリスト"
    ),
    _F.AFFILIATION: (
        "affiliation affiliations company companyname organization organisation "
        "speakercompany employer firma institution 所属 所属先 所属名 所属企業 所属組織 "
        "会社 会社名 企業 企業名 組織 団体 講演者所属 登壇者所属 発表者所属"
    ),
    _F.DATE: (
        "date day datum tag jour weekday wochentag eventdate sessiondate 日付 日 月日 "
        "開催日 日程 曜日 実施日 発表日 講演日"
    ),
    _F.START: (
        "start starts starttime timestart starthour startsat startdatetime startdate dtstart "
        "begin begins beginn anfang from time uhrzeit zeit when slot timeslot 開始 "
        "開始時刻 開始時間 開始日時 時刻 時間 日時 時間帯 発表時刻 講演時刻"
    ),
    _F.END: (
        "end ends endtime timeend endhour endsat enddatetime enddate dtend ende finish until "
        "to 終了 終了時刻 終了時間 終了日時"
    ),
    _F.DURATION: (
        "duration length minutes mins min dauer lengthmin durationmin durationminutes "
        "所要時間 長さ 分 分数 発表時間 講演時間 時間分 持ち時間"
    ),
    _F.ROOM: (
        "room rooms location venue place raum saal hall stage ort salle roomname 会場 "
        "会場名 部屋 場所 教室 ホール ルーム 開催場所 ステージ"
    ),
    _F.TRACK: (
        "track tracks trackname strand stream topic theme category トラック 分野 "
        "カテゴリ カテゴリー テーマ 領域"
    ),
    _F.FORMAT: (
        "type format kind sessiontype sessionformat talktype art 種別 形式 区分 種類 "
        "セッション種別 発表種別 発表形式"
    ),
    _F.LANGUAGE: ("language lang sprache langue 言語 使用言語 発表言語"),
    _F.URL: ("url link links page website homepage webpage sessionurl リンク ページ サイト"),
    _F.SLIDES: (
        "slides slide slideurl slidesurl slidelink deck スライド スライドurl 資料 "
        "資料url 発表資料 講演資料"
    ),
    _F.VIDEO: (
        "video videourl videolink recording recordingurl youtube 動画 動画url 録画 アーカイブ"
    ),
    _F.ID: (
        "id code guid uuid uid key sessionid talkid eventid セッションid 講演id 番号 "
        "講演番号 発表番号"
    ),
}
# Beside a time, where nothing else is the title, what a table calls its contents is.
_CONTENTS = "内容"
# A "name" is the session's where nothing else is, else a speaker's.
_WEAK = frozenset({"name", "names", "名前", "名称"})
_SEVERAL = frozenset({_F.SPEAKERS})
_MAX_COLUMNS = 200
_TELLING = frozenset({_F.START, _F.DATE, _F.SPEAKERS, _F.ROOM, _F.ABSTRACT, _F.END})


def plain(header: str) -> str:
    """Return the words of a header as they are compared: folded, without signs."""
    return _SIGNS.sub("", folded(header[:100]))


# Folded as headers are: katakana reads as hiragana there.
_MEANINGS = {plain(word): field for field, words in _WORDS.items() for word in words.split()}


def guessed(header: Sequence[str]) -> Columns:
    """Return what the columns of a header mean; of several for one field the first counts, but
    speakers may have one column each ("Speaker 1", "Speaker 2")."""
    words = [plain(cell) for cell in header[:_MAX_COLUMNS]]
    fields: list[TableField | None] = [None] * len(header)
    taken: set[TableField] = set()
    for number, word in enumerate(words):
        field = _MEANINGS.get(word) or _MEANINGS.get(_NUMBER.sub("", word))
        if field is not None and (field not in taken or field in _SEVERAL):
            fields[number] = field
            taken.add(field)
    timed = bool(taken & {_F.START, _F.DATE})
    if timed and _F.TITLE not in taken and not _WEAK.intersection(words):
        for number, word in enumerate(words):
            if word == _CONTENTS and _F.TITLE not in taken:
                fields[number] = _F.TITLE
                taken.add(_F.TITLE)
    for number, word in enumerate(words):
        if word in _WEAK and fields[number] is None:
            field = _F.TITLE if _F.TITLE not in taken else _F.SPEAKERS
            if field not in taken:
                fields[number] = field
                taken.add(field)
    return Columns(tuple(fields))


def is_schedule(columns: Columns) -> bool:
    """Return whether the columns are those of sessions: a title, and when, where or who."""
    found = set(columns.fields)
    return _F.TITLE in found and bool(found & _TELLING)
