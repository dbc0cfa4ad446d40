"""Channels: forms of every method, encoding and target."""

from __future__ import annotations

from tests.channels.channel import Channel

CHANNELS = (
    Channel("form-get", 'form({action: u("form", 0)}, v).submit()'),
    Channel("form-post", 'form({action: u("form", 0), method: "post"}, v).submit()'),
    Channel("form-multipart", """form({action: u("form", 0), method: "post", enctype: "multipart/form-data"},
      v).submit()"""),
    Channel("form-plain-text", 'form({action: u("form", 0), method: "post", enctype: "text/plain"}, v).submit()'),
    Channel("form-file", """const f = form({action: u("form", 0), method: "post", enctype: "multipart/form-data"}, "x");
      const files = new DataTransfer(); files.items.add(new File([v], "x.txt"));
      add("input", {type: "file", name: "f"}, f).files = files.files; f.submit()"""),
    Channel("form-file-name", """const f = form({action: u("form", 0), method: "post",
      enctype: "multipart/form-data"}, "x");
      const files = new DataTransfer(); files.items.add(new File(["x"], v + ".txt"));
      add("input", {type: "file", name: "f"}, f).files = files.files; f.submit()"""),
    Channel("form-blank", 'form({action: u("form", 0), method: "post", target: "_blank"}, v).submit()'),
    Channel("form-blank-get", 'form({action: u("form", 0), target: "_blank"}, v).submit()'),
    Channel("form-blank-noopener",
            'form({action: u("form", 0), method: "post", target: "_blank", rel: "noopener"}, v).submit()'),
    Channel("form-named-window", """open("about:blank", "w"); form({action: u("form", 0), method: "post",
      target: "w"}, v).submit()"""),
    Channel("form-into-frame", """add("iframe", {name: "f"}); form({action: u("form", 0), method: "post",
      target: "f"}, v).submit()"""),
    Channel("form-in-frame", """const w = frame();
      form({action: u("form", 0), method: "post"}, v, w.document.body).submit()"""),
    Channel("form-top", """const w = frame();
      form({action: u("form", 0), method: "post", target: "_top"}, v, w.document.body).submit()"""),
    Channel("form-action-of-button", """const f = form({action: "about:blank"}, v);
      add("button", {formaction: u("form", 0), formmethod: "post"}, f).click()"""),
    Channel("form-target-of-button", """const f = form({action: u("form", 0)}, v);
      add("button", {formtarget: "_blank", formenctype: "text/plain", formmethod: "post"}, f).click()"""),
    Channel("form-image-button", """const f = form({action: u("form", 0), method: "post"}, v);
      add("input", {type: "image", alt: "x"}, f).click()"""),
    Channel("form-request-submit", 'form({action: u("form", 0), method: "post"}, v).requestSubmit()'),
    Channel("form-data-event", """const f = form({action: u("form", 0), method: "post"}, "x");
      f.addEventListener("formdata", (e) => e.formData.append("late", v)); f.requestSubmit()"""),
    Channel("form-custom-element", """customElements.define("x-" + v, class extends HTMLElement {
      static formAssociated = true; constructor() { super(); this.attachInternals().setFormValue(v); } });
      const f = form({action: u("form", 0), method: "post"}, "x"); add("x-" + v, {name: "c"}, f); f.submit()"""),
    Channel("form-in-shadow", """const root = add("div").attachShadow({mode: "closed"});
      form({action: u("form", 0), method: "post"}, v, root).submit()"""),
    Channel("form-name-of-field", """const f = form({action: u("form", 0), method: "post"}, "x");
      add("input", {name: v, value: "x"}, f); f.submit()"""),
    Channel("form-base64", 'form({action: u("form", 0), method: "post"}, btoa("??" + v)).submit()'),
    Channel("form-twice", """add("iframe", {name: "f"}); const f = form({action: u("form", 0), method: "post",
      target: "f"}, v);
      f.submit(); await rest(100); f.submit()"""),
)
