// ng-select: single, searchable with virtual scroll, multiple.
import "@angular/compiler";
import "zone.js";
import "../node_modules/@ng-select/ng-select/themes/default.theme.css";
import { Component, inject } from "@angular/core";
import { FormBuilder, ReactiveFormsModule } from "@angular/forms";
import { NgSelectModule } from "@ng-select/ng-select";
import { bootstrapApplication } from "@angular/platform-browser";
import { countries, languages, submit, titles } from "./shared.js";

@Component({
  selector: "app-root",
  imports: [ReactiveFormsModule, NgSelectModule],
  template: `<main><h1>Become a volunteer</h1><form [formGroup]="form" (ngSubmit)="send()">
    <label for="title">Title *</label>
    <ng-select labelForId="title" [items]="titles" bindLabel="label" bindValue="value" [searchable]="false" placeholder="Select a title" formControlName="title"></ng-select>
    <p><label for="name">Full name *</label> <input id="name" formControlName="name" required></p>
    <p><label for="email">Email address *</label> <input id="email" type="email" formControlName="email" required></p>
    <label for="country">Country *</label>
    <ng-select labelForId="country" [items]="countries" bindLabel="label" bindValue="value" [virtualScroll]="true" placeholder="Select a country" formControlName="country"></ng-select>
    <label for="languages">Languages you speak *</label>
    <ng-select labelForId="languages" [items]="languages" bindLabel="label" bindValue="value" [multiple]="true" formControlName="languages"></ng-select>
    <button type="submit">Send</button></form></main>`,
})
class App {
  titles = titles; countries = countries; languages = languages;
  form = inject(FormBuilder).group({ title: [null], name: [""], email: [""], country: [null], languages: [[] as string[]] });
  send() { submit(this.form.value); }
}

document.getElementById("root")!.append(document.createElement("app-root"));
bootstrapApplication(App);
