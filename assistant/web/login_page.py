"""The page on which people log in: plain HTML without a script, readable by everybody."""

from __future__ import annotations

from html import escape

_STYLE = """
:root { color-scheme: light dark; font: 1.125rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: #fff; color: #0b0c0c; }
main { max-width: 24rem; margin: 0 auto; padding: 2rem 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; }
label { display: block; font-weight: 600; margin-top: 1.25rem; }
input { box-sizing: border-box; width: 100%; min-height: 2.75rem; padding: .4rem .6rem; font: inherit;
  color: inherit; background: transparent; border: 2px solid #505a5f; border-radius: 4px; }
button { margin-top: 1.75rem; min-height: 2.75rem; padding: .4rem 1.5rem; font: inherit; font-weight: 600;
  color: #fff; background: #1d4f91; border: 2px solid transparent; border-radius: 4px; cursor: pointer; }
input:focus-visible, button:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px; }
.problem { border-left: 6px solid #b10e1e; padding: .5rem 1rem; font-weight: 600; }
@media (prefers-color-scheme: dark) {
  body { background: #14181c; color: #f3f2f1; }
  input { border-color: #b1b4b6; }
  button { background: #8ab8f0; color: #0b0c0c; }
  input:focus-visible, button:focus-visible { outline-color: #8ab8f0; }
  .problem { border-color: #ff8a80; }
}
"""


def render_login(root: str, *, title: str, to: str = "", name: str = "", problem: str = "") -> str:
    """The page.

    Args:
        root: the sub-path that the chat is served under, "" for none.
        title: what the chat is called.
        to: the path that was asked for and is gone to afterwards.
        name: what was typed the last time.
        problem: one line on what went wrong the last time.
    """
    told = f'<p class="problem" id="problem" role="alert">{escape(problem)}</p>' if problem else ""
    described = ' aria-describedby="problem" aria-invalid="true"' if problem else ""
    focus = {"name": "" if name else " autofocus", "password": " autofocus" if name else ""}
    return f"""<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{"Error: " if problem else ""}Log in - {escape(title)}</title>
<meta name="referrer" content="same-origin">
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<main>
<h1>Log in to {escape(title)}</h1>
{told}
<form method="post" action="{escape(root)}/login">
<input type="hidden" name="to" value="{escape(to)}">
<label for="name">Name</label>
<input id="name" name="name" value="{escape(name)}" autocomplete="username" autocapitalize="none" spellcheck="false"
 maxlength="64" required{described}{focus["name"]}>
<label for="password">Password</label>
<input id="password" name="password" type="password" autocomplete="current-password" maxlength="1000"
 required{described}{focus["password"]}>
<button type="submit">Log in</button>
</form>
<p>Forgotten your password? Ask whoever looks after {escape(title)} for a new one.</p>
</main>
</body>
</html>
"""


def render_bounce(to: str) -> str:
    """A page that opens `to` at once.

    A browser keeps a strict cookie back when a link on another site is followed, and sends it when our own page
    goes on: whoever is logged in need not log in again for a link in an e-mail.
    """
    return (
        f'<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Opening</title>'
        f'<meta http-equiv="refresh" content="0;url={escape(to)}"></head>'
        f'<body><p><a href="{escape(to)}">Go on</a></p></body></html>'
    )
