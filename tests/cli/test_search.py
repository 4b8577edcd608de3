"""`confnotes search`: what a script sees of what is found."""

from helpers.commandline import Run


def test_what_is_found_is_said_with_its_place(run: Run) -> None:
    run("sample")
    ran = run("search", "ｋ８ｓ")
    assert ran.status == 0
    assert all("k8s" in row.lower() for row in ran.out.splitlines())


def test_json_has_ids_texts_and_where_the_words_stand(run: Run) -> None:
    run("sample")
    lines = run("search", "kind:quote", "the", "--json").objects
    assert lines
    for one in lines:
        assert one["found"] == "line"
        line, passages = one["line"], one["passages"]
        assert isinstance(line, dict)
        assert isinstance(passages, list)
        assert line["kind"] == "quote"
        marked = [p["text"][start:end].lower() for p in passages for start, end in p["marks"]]
        assert "the" in marked
    sessions = {str(one["id"]) for one in run("sessions", "--json").objects}
    found = run("search", "in:kubecon", "--json").objects
    assert {one["id"] for one in found if one["found"] == "session"} == sessions


def test_nothing_found_is_no_failure(run: Run) -> None:
    run("sample")
    ran = run("search", "どこにもない言葉")
    assert (ran.status, ran.out) == (0, "")
    assert "Nothing was found." in ran.err
    assert run("search", "どこにもない言葉", "--json").err == ""


def test_a_search_without_words_is_wrong_usage(run: Run) -> None:
    assert run("search").status == 2
