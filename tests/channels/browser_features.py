"""Channels: features in which the browser itself fetches something for a page: sign-in, payment, keys and the like."""

from __future__ import annotations

from tests.channels.channel import ONLY_FIRST, ONLY_THIRD, Channel

_PAY = """new PaymentRequest([{supportedMethods: u("pay", v)}], {total: {label: "x", amount: {currency: "EUR",
      value: "1"}}})"""
_KEY = """{challenge: new Uint8Array(9), rp: {name: "x", id: `${v}.${HOST}`}, user: {id: new Uint8Array(9),
      name: "x", displayName: "x"}, pubKeyCredParams: [{type: "public-key", alg: -7}]}"""
_NO_HEADLESS = "a headless browser has no such thing"

CHANNELS = (
    Channel("fedcm", 'navigator.credentials.get({identity: {providers: [{configURL: u("fedcm", v), clientId: v}]}})'),
    Channel("fedcm-host",
            """navigator.credentials.get({identity: {providers: [
              {configURL: `https://${v}.${HOST}/x.json`, clientId: "x"}]}})"""),
    Channel("fedcm-disconnect", """IdentityCredential.disconnect({configURL: u("fedcm", v), clientId: v,
      accountHint: v})"""),
    Channel("payment-request", f"{_PAY}.canMakePayment()"),
    Channel("payment-show", f"{_PAY}.show()"),
    Channel("payment-instrument", f"{_PAY}.hasEnrolledInstrument()"),
    Channel("webauthn-create", f"navigator.credentials.create({{publicKey: {_KEY}}})"),
    Channel("webauthn-get", """navigator.credentials.get({publicKey: {challenge: new Uint8Array(9),
      rpId: `${v}.${HOST}`}})"""),
    Channel("digital-credential", """navigator.credentials.get({digital: {requests: [{protocol: "openid4vp",
      data: {d: v}}]}})""",
            targets=ONLY_THIRD, unseen="needs a phone or a wallet"),
    Channel("storage-access", 'document.requestStorageAccessFor(`https://${v}.${HOST}`)', targets=ONLY_THIRD,
            unseen="decided from a list inside the browser"),
    Channel("presentation", 'new PresentationRequest([u("present", v)]).start()', targets=ONLY_THIRD,
            unseen=_NO_HEADLESS),
    Channel("remote-playback", 'const m = add("video", {src: u("remote", v)}); m.remote.watchAvailability(() => 0)'),
    Channel("media-session", """navigator.mediaSession.metadata = new MediaMetadata({title: "x",
      artwork: [{src: u("art", v)}]});
      add("audio",
      {src: "data:audio/wav;base64,UklGRiQAAABXQVZFZm10IBAAAAABAAEAQB8AAEAfAAABAAgAZGF0YQAAAAA="}).play()""",
            targets=ONLY_THIRD, unseen=_NO_HEADLESS),
    Channel("notification", """await Notification.requestPermission(); new Notification("x", {icon: u("icon", v),
      image: u("image", v)})"""),
    Channel("speech", 'const s = new webkitSpeechRecognition(); s.lang = v; s.start()', targets=ONLY_THIRD,
            unseen="needs a microphone and a key of the vendor"),
    Channel("speech-synthesis", 'speechSynthesis.speak(new SpeechSynthesisUtterance(v))', targets=ONLY_THIRD,
            unseen="needs a voice that is spoken elsewhere"),
    Channel("geolocation", 'navigator.geolocation.getCurrentPosition(() => 0)', targets=ONLY_THIRD,
            unseen="the request holds nothing of the page"),
    Channel("push", """const r = await navigator.serviceWorker.getRegistration();
      await r.pushManager.subscribe({applicationServerKey: v})""",
            targets=ONLY_THIRD, unseen="needs the vendor's push service"),
    Channel("installed-apps", 'navigator.getInstalledRelatedApps()', targets=ONLY_FIRST, unseen=_NO_HEADLESS),
    Channel("web-install", 'navigator.install(u("install", v))', unseen="the browser does not have it"),
    Channel("interest-group", """navigator.joinAdInterestGroup({owner: TO, name: v, biddingLogicURL: u("bid", v),
      updateURL: u("up", v)}, 99)""",
            unseen="the browser no longer has it, or wants an enrolled site"),
    Channel("language-model", 'await LanguageModel.create({initialPrompts: [{role: "system", content: v}]})',
            targets=ONLY_THIRD,
            unseen="the browser does not have it, and a model runs on the machine"),
    Channel("translator", 'await Translator.create({sourceLanguage: "en", targetLanguage: "de"})', targets=ONLY_THIRD,
            unseen="the request would hold nothing of the page"),
    Channel("web-share", 'navigator.share({url: u("share", v)})', targets=ONLY_THIRD, unseen="not on Linux"),
    Channel("clipboard", 'await navigator.clipboard.writeText(v)', targets=ONLY_THIRD, unseen="no network"),
    Channel("autofill-query",
            """add("div").innerHTML = `<form action="${u("auto", v)}"><input name="${v}" autocomplete="name">
      <input name=email type=email><input name=tel></form>`""",
            targets=ONLY_THIRD, unseen="asks the vendor about the form only with a vendor's key"),
)
