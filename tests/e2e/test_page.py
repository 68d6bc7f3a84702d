"""The page of HTML in a real browser: nothing is asked of the network, nothing is wider than a phone, clicks answer."""

from __future__ import annotations

import html
import json
import re
import shutil
import subprocess
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from desk import Desk, desk, fresh_repository, home, issue_yaml

__all__ = ["desk", "fresh_repository", "home"]

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium is installed to show the page in")

OPTIONS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--enable-logging=stderr", "--virtual-time-budget=4000",
)  # fmt: skip

PHONE = 360

LOOK = """<pre id="out"></pre><script>
const frame = document.createElement('iframe');
frame.style = 'width:360px;height:800px;border:0';
frame.onload = () => {
  const page = frame.contentDocument, style = e => frame.contentWindow.getComputedStyle(e);
  const link = page.querySelector('td a[href^="#f"]'), behind = page.getElementById(link.hash.slice(1));
  const before = style(behind).display;
  link.click();
  setTimeout(() => document.getElementById('out').textContent = JSON.stringify({
    wide: page.documentElement.scrollWidth, before, after: style(behind).display, said: behind.textContent,
    charts: [...page.querySelectorAll('svg')].map(e => e.getBoundingClientRect().height),
    letters: Math.min(...[...page.querySelectorAll('p, td, th')].map(e => parseFloat(style(e).fontSize))),
  }), 200);
};
frame.src = 'page.html';
document.body.append(frame);
</script>"""


@pytest.fixture
def page(desk: Desk) -> Path:
    for day in ("2025-11-10", "2026-10-12", "2026-11-02", "2026-11-09"):
        id = day.replace("-", "")
        issues = "".join(
            issue_yaml(f"{id}-{n}", f"{day} 办结 修好了", title=f"{n}号楼的阿姨说门前的路灯太亮,晚上睡不着觉" * 2,
                       place=f"{n}号楼东侧小花园", tier="medium", category="facility", owner="物业管理委员会")
            for n in range(1, 14)
        )  # fmt: skip
        desk.entry(day, "步数: 4773\n公里: 2.87\n", issues)
    place = desk.root.parent / "报告.html"
    desk.ok("report", "2026-11", "-o", str(place))
    return place


def browse(folder: Path, address: str, *options: str) -> tuple[str, str]:
    """What a browser prints and says of a page."""
    command = (str(BROWSER), *OPTIONS, f"--user-data-dir={folder / 'profile'}", *options, address)
    done = subprocess.run(command, capture_output=True, timeout=90, check=True)
    return done.stdout.decode(), done.stderr.decode(errors="replace")


def asked_by_page(log: Path) -> list[str]:
    """What the page itself asked of the network; the browser's own housekeeping has no origin."""
    raw = log.read_text(encoding="utf-8")
    return [
        url
        for initiator, url in re.findall(r'"initiator":"([^"]*)".{0,900}?"url":"(https?:[^"]*)"', raw)
        if initiator != "not an origin"
    ]


def test_the_page_is_shown_without_an_error_and_without_the_network(page: Path, tmp_path: Path) -> None:
    log, shot = tmp_path / "net.json", tmp_path / "page.png"
    _, said = browse(tmp_path, page.as_uri(), f"--log-net-log={log}", f"--screenshot={shot}", "--window-size=800,1200")
    assert "CONSOLE" not in said
    assert asked_by_page(log) == []
    assert len(shot.read_bytes()) > 20_000


def test_a_page_that_asks_and_fails_would_be_noticed(tmp_path: Path) -> None:
    bad = tmp_path / "bad.html"
    bad.write_text("<img src='http://example.invalid/x.png'><script>console.error('x')</script>", encoding="utf-8")
    log = tmp_path / "net.json"
    _, said = browse(tmp_path, bad.as_uri(), f"--log-net-log={log}", "--screenshot=" + str(tmp_path / "b.png"))
    assert "CONSOLE" in said
    assert "http://example.invalid/x.png" in asked_by_page(log)


def test_a_phone_shows_all_of_it_and_a_click_answers(page: Path, tmp_path: Path) -> None:
    found = looked_at(page, tmp_path)
    assert found["wide"] <= PHONE
    assert found["letters"] >= 12
    assert len(found["charts"]) >= 4
    assert min(found["charts"]) > 20
    assert (found["before"], found["after"]) == ("none", "block")
    assert "2026-11-02" in found["said"]


def looked_at(page: Path, folder: Path) -> Any:
    """What a script beside the page measures in it."""
    shutil.copy(page, folder / "page.html")
    (folder / "frame.html").write_text(LOOK, encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder))) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        shown, _ = browse(folder, f"http://127.0.0.1:{server.server_port}/frame.html", "--dump-dom")
        server.shutdown()
    told = re.search(r'<pre id="out">(.*?)</pre>', shown, re.DOTALL)
    assert told
    return json.loads(html.unescape(told[1]))


class Silent(SimpleHTTPRequestHandler):
    """Serves a folder, so that the page and the script beside it have one origin; says nothing."""

    def log_message(self, *_: object) -> None:
        """Nothing."""


def test_the_page_prints_on_pages(page: Path, tmp_path: Path) -> None:
    printed = tmp_path / "a.pdf"
    browse(tmp_path, page.as_uri(), f"--print-to-pdf={printed}", "--no-pdf-header-footer")
    raw = printed.read_bytes()
    boxes = re.findall(rb"/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]", raw)
    assert 3 <= len(boxes) <= 12
    upright = [(float(w), float(h)) for w, h in boxes if float(w) < float(h)]
    assert upright[0] == pytest.approx((595, 842), abs=2)
    assert len(upright) < len(boxes)
