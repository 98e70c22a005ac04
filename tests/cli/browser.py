"""Pages as a browser shows them: the Chromium of the system, driven without a window."""

import re
import shutil
from contextlib import contextmanager

import pytest

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
LETTER, TABLET, PHONE = (816, 1056), (600, 900), (360, 740)
"""Letter paper, a tablet and a phone [CSS pixels]."""

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: pages are not looked at")


class Browser:
    """One Chromium for many pages, which may fetch nothing."""

    def __init__(self):
        from playwright.sync_api import sync_playwright

        self.driver = sync_playwright().start()
        self.chromium = self.driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])

    @contextmanager
    def opened(self, file, size=LETTER):
        """A page in a window of a size."""
        page = self.chromium.new_page(viewport={"width": size[0], "height": size[1]})
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        yield page
        assert [url for url in asked if not url.startswith(("file:", "data:"))] == []
        page.close()

    def close(self):
        self.chromium.close()
        self.driver.stop()


def overflowing(page):
    """Elements whose text is wider than their room, or that stand out of the page."""
    return page.evaluate(
        """() => [...document.querySelectorAll("body *")].filter(one => {
            const box = one.getBoundingClientRect();
            const hidden = getComputedStyle(one).overflowX !== "visible";
            return box.width > 0 && !one.closest("svg") && !one.closest(".wide")
                && ((one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0 && !hidden)
                    || box.right > document.documentElement.clientWidth + 1);
        }).map(one => one.outerHTML.slice(0, 120))"""
    )


def printed_pages(page):
    """How many sheets the page takes in print."""
    return len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True)))


def contrasts(page):
    """Of every text, the contrast with what is behind it, by the rules of WCAG, and whether it is large."""
    return page.evaluate(
        """() => {
            const numbers = color => color.match(/[\\d.]+/g).map(Number);
            const light = color => {
                const [r, g, b] = numbers(color).map(one => one / 255).map(
                    one => one <= 0.03928 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
            };
            const behind = one => {
                for (; one; one = one.parentElement) {
                    const color = getComputedStyle(one).backgroundColor;
                    if ((numbers(color)[3] ?? 1) > 0) return color;
                }
                return "rgb(255, 255, 255)";
            };
            return [...document.querySelectorAll("body *")].filter(
                one => [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim())
            ).map(one => {
                const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
                return [(a + 0.05) / (b + 0.05), one.textContent.trim().slice(0, 40)];
            });
        }"""
    )
