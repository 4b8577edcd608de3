"""The renderers of the places themselves, as far as a machine has them; their pages in the form
that `readback.shape.of_html` reads.

`make targets` installs them; `CONFNOTES_JUDGES` names the folder of the Node packages.
"""

import atexit
import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import cmarkgfm
from cmarkgfm.cmark import Options as Cmark

from confnotes.report.readback import places

NODE_MODULES = Path(os.environ.get("CONFNOTES_JUDGES", "out/judges")).resolve()

_SERVED = """
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';
for await (const row of createInterface({ input: process.stdin })) {
  console.log(JSON.stringify((await answer(JSON.parse(row))) ?? null));
}
"""
ZENN = """
const found = await import('zenn-markdown-html');
const convert = found.default.default ?? found.default;
const answer = (text) => convert(text);
"""
REMARK = """
import { unified } from 'unified';
import parse from 'remark-parse';
import gfm from 'remark-gfm';
import rehype from 'remark-rehype';
import stringify from 'rehype-stringify';
const made = unified().use(parse).use(gfm).use(rehype, { allowDangerousHtml: true })
  .use(stringify, { allowDangerousHtml: true });
const answer = async (text) => String(await made.process(text));
"""
VALIDATE = """
const { validateArticle } = createRequire(process.cwd() + '/x.js')('zenn-model');
const answer = (article) => validateArticle(article);
"""
TEXTLINT = """
import { createLinter, loadTextlintrc } from 'textlint';
const descriptor = await loadTextlintrc({ configFilePath: 'textlint.json' });
const linter = createLinter({ descriptor });
const answer = async (text) => (await linter.lintText(text, 'report.md')).messages;
"""
_RUBY = """
require 'json'
STDOUT.sync = true
STDIN.each_line { |row| puts JSON.generate(answer(JSON.parse(row, quirks_mode: true))) }
"""
KRAMDOWN = """
require 'kramdown'
require 'kramdown-parser-gfm'
def answer(text) = Kramdown::Document.new(text, input: 'GFM', hard_wrap: false).to_html
"""
REDCARPET = """
require 'redcarpet'
ASKED = { autolink: true, no_intra_emphasis: true, fenced_code_blocks: true,
          lax_html_blocks: true, lax_spacing: true, strikethrough: true, superscript: true,
          tables: true, footnotes: true }
def answer(text) = Redcarpet::Markdown.new(Redcarpet::Render::HTML, **ASKED).render(text)
"""
YAML = """
require 'yaml'
require 'date'
def answer(text) = YAML.load(text, permitted_classes: [Date, Time])
"""
_FRONT = re.compile(r"\A(---|\+\+\+)\n.*?\n\1\n", re.DOTALL)


def body(text: str) -> str:
    """Return a text without its front matter."""
    return _FRONT.sub("", text)


def run(command: list[str], text: str, folder: Path | None = None) -> str:
    """Return what a program answers to a text."""
    done = subprocess.run(
        command, input=text.encode(), capture_output=True, cwd=folder, check=False,
        env=_environment(),
    )  # fmt: skip
    assert done.returncode == 0, (done.stdout + done.stderr).decode() + text
    return done.stdout.decode()


def _environment() -> dict[str, str]:
    return os.environ | {"LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "RUBYOPT": "-W0"}


@cache
def _server(script: str) -> "subprocess.Popen[str]":
    """Start a program that answers each line of JSON with one: starting takes it a second."""
    if script in (KRAMDOWN, REDCARPET, YAML):
        command, folder = ["ruby", "-e", script + _RUBY], None
    else:
        command, folder = ["node", "--input-type=module", "-e", script + _SERVED], NODE_MODULES
    server = subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True, encoding="utf-8", cwd=folder, env=_environment(),
    )  # fmt: skip
    atexit.register(_end, server)
    return server


def _end(server: "subprocess.Popen[str]") -> None:
    server.communicate("")


def ask(script: str, what: object) -> Any:
    """Return what a script answers; JSON both ways."""
    server = _server(script)
    assert server.stdin is not None
    assert server.stdout is not None
    server.stdin.write(json.dumps(what) + "\n")
    server.stdin.flush()
    return json.loads(server.stdout.readline())


def _pandoc(text: str) -> str:
    html = run(["pandoc", "-f", "markdown", "-t", "html", "--wrap=none", "--no-highlight"], text)
    html = re.sub(r'<div class="\w+">', "<blockquote>", html).replace("</div>", "</blockquote>")
    return html.replace("<figcaption", "<p").replace("</figcaption", "</p")


def _hugo(text: str) -> str:
    """Build a site with one page, with Goldmark as it is shipped."""
    with TemporaryDirectory() as name:
        site = Path(name)
        (site / "layouts/_default").mkdir(parents=True)
        (site / "content/posts/one").mkdir(parents=True)
        (site / "config.toml").write_text(
            'baseURL = "https://example.org/"\n'
            'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]\n'
        )
        (site / "layouts/_default/single.html").write_text("{{ .Content }}")
        (site / "layouts/_default/list.html").write_text("")
        text = text if _FRONT.match(text) else f"---\ntitle: x\n---\n\n{text}"
        (site / "content/posts/one/index.md").write_text(text, encoding="utf-8")
        run(["hugo", "--quiet", "-D", "-F", "--config", "config.toml"], "", site)
        (page,) = list(site.glob("public/posts/*/index.html"))
        html = page.read_text(encoding="utf-8")
    html = re.sub(
        r'<div style="position.*?<iframe[^>]*/embed/([\w-]+)".*?</div>',
        _video,
        html,
        flags=re.DOTALL,
    )
    # A blank without width keeps half a shortcode within code from being read as one.
    return re.sub("</?figcaption>|\u200b", "", html)


def _video(match: re.Match[str]) -> str:
    url = f"https://youtu.be/{match.group(1)}"
    return f'<p><a href="{url}">{url}</a></p>'


def _kramdown(text: str) -> str:
    read = places.PLACES["jekyll"].read(text)
    return str(ask(KRAMDOWN, read))


def _redcarpet(text: str) -> str:
    read = places.PLACES["devto"].read(text)
    return str(ask(REDCARPET, read))


def _zenn(text: str) -> str:
    html = str(ask(ZENN, body(text)))
    html = re.sub(
        r'(<a href="([^"]*)"[^>]*>[^<]*</a>)<a href="\2" style="display:none".*?</a>', r"\1", html
    )
    html = re.sub(r"^(<a href=.*</a>)$", r"<p>\1</p>", html, flags=re.MULTILINE)  # a card
    html = re.sub(r'<span class="msg-symbol">.*?</span>', "", html)
    html = re.sub(r'<span class="footnotes-title">.*?</span>', "", html)
    html = re.sub(r'<a class="header-anchor-link".*?</a>', "", html)
    return re.sub(r"<(/?)aside[^>]*>", r"<\1blockquote>", html)


def _remark(text: str) -> str:
    return re.sub(r'<h2 class="sr-only".*?</h2>', "", str(ask(REMARK, body(text))))


def _qiita(text: str) -> str:
    """GitHub's parser with every line break kept: what Qiita's own is a copy of."""
    flags = Cmark.CMARK_OPT_FOOTNOTES | Cmark.CMARK_OPT_UNSAFE | Cmark.CMARK_OPT_HARDBREAKS
    read = "\n".join(_box(row) if prose else row for row, prose in places.prose_rows(body(text)))
    return str(cmarkgfm.github_flavored_markdown_to_html(read, options=flags))


def _box(row: str) -> str:
    if row == ":::":
        return "\n</blockquote>\n"
    return "<blockquote>\n\n" if row.startswith(":::note ") else row


def _gfm(text: str) -> str:
    flags = Cmark.CMARK_OPT_FOOTNOTES | Cmark.CMARK_OPT_UNSAFE
    read = places.PLACES["github"].read(body(text))
    return str(cmarkgfm.github_flavored_markdown_to_html(read, options=flags))


def missing(program: str) -> str:
    """Return what a machine lacks to ask a renderer ("" for nothing)."""
    if program.startswith(("zenn-", "remark-", "textlint")):
        there = shutil.which("node") and (NODE_MODULES / "node_modules" / program).is_dir()
        return "" if there else f"{program} is not there: make targets"
    if program in ("kramdown", "redcarpet"):
        if shutil.which("ruby") is None:
            return "ruby is not there: make targets"
        wanted = f"-r{program}-parser-gfm" if program == "kramdown" else f"-r{program}"
        done = subprocess.run(["ruby", wanted, "-e", ""], capture_output=True, check=False)
        return f"{program} is not there: make targets" if done.returncode else ""
    if program == "yaml":
        return "" if shutil.which("ruby") else "ruby is not there: make targets"
    if program in ("pandoc", "hugo"):
        return "" if shutil.which(program) else f"{program} is not there: make targets"
    return ""


JUDGES: dict[str, tuple[str, Callable[[str], str]]] = {
    "zenn": ("zenn-markdown-html", _zenn),
    "qiita": ("cmarkgfm", _qiita),
    "devto": ("redcarpet", _redcarpet),
    "hugo": ("hugo", _hugo),
    "jekyll": ("kramdown", _kramdown),
    "astro": ("remark-gfm", _remark),
    "github": ("cmarkgfm", _gfm),
    "pandoc": ("pandoc", _pandoc),
}
"""By target: the program, and what makes a page of a text."""


def page(target: str, text: str) -> str:
    """Return the page of a text, its footnotes marked as `of_html` knows them."""
    html = JUDGES[target][1](text)
    html = html.replace('<div class="footnotes"', '<section class="footnotes"')
    html = re.sub(
        r'(id|href)="(#?)(?:user-content-)?fn[:-]?(?:[0-9a-f]{4}-)?(\d+)"', r'\1="\2fn\3"', html
    )
    html = re.sub(r"<sup[^>]*>(<a [^>]*href=\"#fn\d+\"[^>]*>.*?</a>)</sup>", r"\1", html)
    back = r'<a (?=[^>]*href="#[^"]*fnref)[^>]*>'
    html = re.sub(back, '<a class="footnote-backref">', html)
    return html.replace("&nbsp;", " ")
