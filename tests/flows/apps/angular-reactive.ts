// Angular reactive forms: a form group with validators and messages after a control was touched.
import { Sending, framed } from "./angular_shared";
import { Component } from "@angular/core";
import { FormControl, FormGroup, ReactiveFormsModule, Validators } from "@angular/forms";
import { bootstrapApplication } from "@angular/platform-browser";

@Component({
  selector: "app-root",
  imports: [ReactiveFormsModule],
  template: framed(`
    <h1>Update your details</h1>
    <form [formGroup]="form" (ngSubmit)="sending.send(form.value)">
      <label for="first">First name</label><input id="first" formControlName="firstName">
      @if (form.controls.firstName.touched && form.controls.firstName.invalid) { <p role="alert">Enter your first name</p> }
      <label for="last">Last name</label><input id="last" formControlName="lastName">
      <label for="email">Email</label><input id="email" type="email" formControlName="email">
      @if (form.controls.email.touched && form.controls.email.invalid) { <p role="alert">Enter an email address</p> }
      <div formGroupName="address">
        <label for="street">Street address</label><input id="street" formControlName="street">
        <label for="zip">Postcode</label><input id="zip" formControlName="postcode">
      </div>
      <button type="submit" [disabled]="!form.valid">Save</button>
    </form>`),
})
class App {
  sending = new Sending();
  form = new FormGroup({
    firstName: new FormControl("", Validators.required),
    lastName: new FormControl("", Validators.required),
    email: new FormControl("", [Validators.required, Validators.email]),
    address: new FormGroup({ street: new FormControl(""), postcode: new FormControl("", Validators.required) }),
  });
}

const root = document.getElementById("root")!;
root.append(document.createElement("app-root"));
bootstrapApplication(App);
