// Angular Material: form fields, select, autocomplete, date picker, radios, checkboxes, slide toggle, slider.
import "@angular/compiler";
import "zone.js";
import "../node_modules/@angular/material/prebuilt-themes/azure-blue.css";
import { Component, inject } from "@angular/core";
import { FormBuilder, ReactiveFormsModule, Validators } from "@angular/forms";
import { MatAutocompleteModule } from "@angular/material/autocomplete";
import { MatButtonModule } from "@angular/material/button";
import { MatCheckboxModule } from "@angular/material/checkbox";
import { MAT_DATE_LOCALE, provideNativeDateAdapter } from "@angular/material/core";
import { MatDatepickerModule } from "@angular/material/datepicker";
import { MatInputModule } from "@angular/material/input";
import { MatRadioModule } from "@angular/material/radio";
import { MatSelectModule } from "@angular/material/select";
import { MatSlideToggleModule } from "@angular/material/slide-toggle";
import { MatSliderModule } from "@angular/material/slider";
import { bootstrapApplication } from "@angular/platform-browser";
import { contacts, countries, iso, languages, submit, titles, weekdays } from "./shared.js";

@Component({
  selector: "app-root",
  imports: [ReactiveFormsModule, MatAutocompleteModule, MatButtonModule, MatCheckboxModule, MatDatepickerModule, MatInputModule,
    MatRadioModule, MatSelectModule, MatSlideToggleModule, MatSliderModule],
  template: `<main style="max-width: 640px; margin: 0 auto"><h1>Become a volunteer</h1><form [formGroup]="form" (ngSubmit)="send()">
    <mat-form-field><mat-label>Title</mat-label><mat-select formControlName="title" required>
      @for (each of titles; track each.value) { <mat-option [value]="each.value">{{ each.label }}</mat-option> }</mat-select></mat-form-field>
    <mat-form-field><mat-label>Full name</mat-label><input matInput formControlName="name" required></mat-form-field>
    <mat-form-field><mat-label>Email address</mat-label><input matInput type="email" formControlName="email" required></mat-form-field>
    <mat-form-field><mat-label>Date of birth</mat-label><input matInput [matDatepicker]="picker" formControlName="birthday" required>
      <mat-hint>MM/DD/YYYY</mat-hint><mat-datepicker-toggle matIconSuffix [for]="picker"></mat-datepicker-toggle><mat-datepicker #picker></mat-datepicker></mat-form-field>
    <mat-form-field><mat-label>Country</mat-label><input matInput [matAutocomplete]="auto" formControlName="country" required>
      <mat-autocomplete #auto="matAutocomplete" requireSelection [displayWith]="named">
        @for (each of found(); track each.value) { <mat-option [value]="each">{{ each.label }}</mat-option> }</mat-autocomplete></mat-form-field>
    <mat-form-field><mat-label>Languages you speak</mat-label><mat-select formControlName="languages" multiple required>
      @for (each of languages; track each.value) { <mat-option [value]="each.value">{{ each.label }}</mat-option> }</mat-select></mat-form-field>
    <div><label id="contact-label">How should we contact you? *</label>
      <mat-radio-group aria-labelledby="contact-label" formControlName="contact">
        @for (each of contacts; track each.value) { <mat-radio-button [value]="each.value">{{ each.label }}</mat-radio-button> }</mat-radio-group></div>
    <fieldset><legend>Which days suit you? *</legend>
      @for (each of weekdays; track each.value) { <mat-checkbox (change)="flip(each.value)">{{ each.label }}</mat-checkbox> }</fieldset>
    <p id="hours-label">Hours per week</p><mat-slider min="0" max="40"><input matSliderThumb aria-labelledby="hours-label" formControlName="hours"></mat-slider>
    <p><mat-slide-toggle formControlName="news">Send me the newsletter</mat-slide-toggle></p>
    <p><mat-checkbox formControlName="terms" required>I accept the terms of use *</mat-checkbox></p>
    <button mat-flat-button type="submit">Send</button></form></main>`,
})
class App {
  titles = titles; languages = languages; contacts = contacts; weekdays = weekdays;
  days: string[] = [];
  form = inject(FormBuilder).group({
    title: ["", Validators.required], name: ["", Validators.required], email: ["", [Validators.required, Validators.email]],
    birthday: [null as Date | null, Validators.required], country: [null as any, Validators.required], languages: [[] as string[], Validators.required],
    contact: ["", Validators.required], hours: [4], news: [true], terms: [false, Validators.requiredTrue],
  });
  named = (each: any) => each?.label ?? "";
  found() {
    const typed = this.form.value.country;
    const text = (typeof typed === "string" ? typed : "").toLowerCase();
    return countries.filter((each) => each.label.toLowerCase().includes(text));
  }
  flip(day: string) { this.days = this.days.includes(day) ? this.days.filter((each) => each !== day) : [...this.days, day]; }
  send() {
    if (!this.form.valid) return this.form.markAllAsTouched();
    const { birthday, country, ...rest } = this.form.value;
    submit({ ...rest, birthday: iso(birthday), country: country.value, days: this.days });
  }
}

document.getElementById("root")!.append(document.createElement("app-root"));
bootstrapApplication(App, { providers: [provideNativeDateAdapter(), { provide: MAT_DATE_LOCALE, useValue: "en-US" }] });
