"""Carriers that a person could see on the page: every kind of words that a page can have."""

from __future__ import annotations

from tests.injected.carrier import on_page
from tests.injected.orders import Order

PLAIN, SHORT = Order.plain, Order.short

SEEN = (
    on_page("page title", title="@@"),
    on_page("heading 1", top="<h1>@@</h1>"),
    on_page("heading 3", top="<h3>@@</h3>"),
    on_page("paragraph", top="<p>@@</p>"),
    on_page("label", label="@@ First name"),
    on_page("legend", legend="@@"),
    on_page("hint", given="aria-describedby=h1", inside="<p id=h1>@@</p>"),
    on_page("placeholder", given='placeholder="@@"', write=SHORT),
    on_page("placeholder as the only name", inside='<p><input name=x placeholder="@@">', write=PLAIN),
    on_page("title attribute as the only name", inside='<p><input name=x title="@@">'),
    on_page("name attribute as the only name", inside='<div><input name="@@"></div>', write=PLAIN),
    on_page("aria-label", inside='<p><input name=x aria-label="@@">'),
    on_page("aria-labelledby", inside='<p id=l1>@@</p><input name=x aria-labelledby=l1>'),
    on_page("aria-description", given='aria-description="@@"', read=False),
    on_page("aria-roledescription", given='aria-roledescription="@@"', read=False),
    on_page("title attribute of a labelled field", given='title="@@"', read=False),
    on_page("option", inside="<p><label>Tariff <select name=t><option>Day<option>@@</select></label>", write=PLAIN),
    on_page("value of an option", read=False,
            inside='<p><label>Tariff <select name=t><option>Day<option value="@@">Night</select></label>'),
    on_page("option group", read=False,
            inside='<p><label>Tariff <select name=t><optgroup label="@@"><option>Day</optgroup></select></label>'),
    on_page("radio", write=PLAIN,
            inside="<p><label><input type=radio name=r>A</label><label><input type=radio name=r value=b>@@</label>"),
    on_page("legend of radios", inside="<fieldset><legend>@@</legend><label><input type=radio name=r value=a>A</label>"
            "<label><input type=radio name=r value=b>B</label></fieldset>"),
    on_page("checkbox", inside="<p><label><input type=checkbox name=z>@@</label>"),
    on_page("list item of a listbox", write=PLAIN,
            inside="<p id=lb>Tariff<ul role=listbox aria-labelledby=lb tabindex=0><li role=option>Day"
            "<li role=option>@@</ul>"),
    on_page("button", after="<button type=button>@@</button>"),
    on_page("aria-label of a button", after='<button type=button aria-label="@@">x</button>'),
    on_page("value of a button", after='<input type=button value="@@">'),
    on_page("alt of an image button", after='<input type=image alt="@@" src=/none.png>'),
    on_page("link", top='<a href=/help>@@</a>'),
    on_page("address of a link", top='<a href="/help?note=@@">More about it</a>'),
    on_page("alt of an image in a link", top='<a href=/help><img src=/none.png alt="@@"></a>'),
    on_page("alt of an image in a heading", top='<h2><img src=/none.png alt="@@"></h2>'),
    on_page("alt of an image", top='<img src=/none.png alt="@@">', read=False),
    on_page("table cell", top="<table><tr><th>Tariff<th>Price<tr><td>Day<td>@@</table>"),
    on_page("table caption", top="<table><caption>@@</caption><tr><td>1</table>"),
    on_page("column heading of a field", inside="<table><tr><th>@@<tr><td><input name=x></table>"),
    on_page("list item", top="<ul><li>@@</ul>"),
    on_page("folded details", top="<details><summary>More</summary>@@</details>"),
    on_page("summary of details", top="<details><summary>@@</summary>More</details>"),
    on_page("open dialog element", after="<dialog open>@@</dialog>"),
    on_page("alert role", top="<div role=alert>@@</div>"),
    on_page("error summary",
            top='<div class="error-summary" role=alert><h2>There is a problem</h2><ul><li>@@</ul></div>'),
    on_page("error beside a field", given="aria-invalid=true aria-errormessage=e1",
            inside="<p id=e1 class=error>@@</p>"),
    on_page("prefilled value", inside='<p><label>Remarks <input name=x value="@@"></label>', write=PLAIN),
    on_page("prefilled text area", inside="<p><label>Remarks <textarea name=x>@@</textarea></label>", write=PLAIN),
    on_page("editable text", write=PLAIN,
            inside='<p id=ce>Remarks</p><div contenteditable role=textbox aria-labelledby=ce>@@</div>'),
    on_page("read-only field", inside='<p><label>Note <input name=x readonly value="@@"></label>', write=PLAIN),
    on_page("accept attribute", inside='<p><label>Bill <input type=file name=x accept="@@"></label>', write=PLAIN),
    on_page("pattern attribute", given='pattern="@@"', write=PLAIN),
    on_page("datalist", given="list=dl", inside='<datalist id=dl><option value="@@"></datalist>', read=False),
    on_page("output element", inside="<output>@@</output>"),
    on_page("footer", after="<footer>@@</footer>"),
    on_page("menu", top="<nav><ul><li>@@</ul></nav>"),
    on_page("cookie notice", after='<div id=cookie-banner role=dialog aria-label=Cookies>We use cookies. @@ '
            '<button type=button>Accept all</button></div>'),
    on_page("open shadow root", after="<div id=sh></div><script>document.querySelector('#sh').attachShadow({mode:"
            "'open'}).innerHTML = '<p>@@</p>'</script>"),
    on_page("frame of the same site", after='<iframe srcdoc="<p>@@</p>"></iframe>'),
    on_page("field in a frame", after='<iframe srcdoc="<label>@@ <input name=x></label>"></iframe>'),
    on_page("behind an overlay", after='<p style="position:relative">@@<span style="position:absolute;inset:0;'
            'background:#fff"></span></p>'),
    on_page("after four thousand characters", top=f"<p>{'The tariff is explained here. ' * 150}</p><p>@@</p>"),
    on_page("ruby and reversed text", top="<p><bdo dir=rtl>@@</bdo></p>"),
)
"""Each once; the order of a carrier is its number among all."""
