// Angular template-driven forms: ngModel on each control and a form reference.
import { Sending, framed } from "./angular_shared";
import { Component } from "@angular/core";
import { FormsModule } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";

@Component({
  selector: "app-root",
  imports: [FormsModule],
  template: framed(`
    <h1>Complain about noise</h1>
    <form #f="ngForm" (ngSubmit)="sending.send(f.value)">
      <label>Full name <input name="name" ngModel required></label>
      <label>Postcode <input name="postcode" ngModel required></label>
      <label>When is it worst?
        <select name="time" ngModel required>
          <option value="">Choose one</option><option value="day">By day</option><option value="night">At night</option>
        </select>
      </label>
      <label>What do you hear? <textarea name="details" ngModel required></textarea></label>
      <button type="submit" [disabled]="!f.form.valid">Submit complaint</button>
    </form>`),
})
class App {
  sending = new Sending();
}

const root = document.getElementById("root")!;
root.append(document.createElement("app-root"));
bootstrapApplication(App);
