// The page that thanks, for the Angular applications.
import "@angular/compiler";
import "zone.js";
import { signal } from "@angular/core";
import { send, thanks } from "./shared.js";

export class Sending {
  said = signal("");
  problem = signal("");

  async send(values: unknown): Promise<void> {
    try {
      this.said.set(thanks(await send(values)));
    } catch (error) {
      this.problem.set((error as Error).message);
    }
  }
}

export const framed = (form: string): string => `
  @if (sending.said()) { <main><h1>Thank you</h1><p>{{ sending.said() }}</p></main> }
  @else { <main>@if (sending.problem()) { <p role="alert">{{ sending.problem() }}</p> } ${form}</main> }`;
