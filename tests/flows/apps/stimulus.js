// Stimulus: a controller that checks on blur; the form itself is sent as ever.
import { Application, Controller } from "@hotwired/stimulus";

class Check extends Controller {
  static targets = ["needed", "message"];

  look() {
    const missing = this.neededTargets.filter((each) => !each.value);
    this.messageTarget.textContent = missing.length ? `${missing.length} answers to go` : "Ready to send";
  }
}

Application.start().register("check", Check);
