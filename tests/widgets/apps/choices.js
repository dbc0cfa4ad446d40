// Choices.js: single, searchable and multiple, over native selects.
import Choices from "choices.js";
import "choices.js/public/assets/styles/choices.css";
import { countries, languages, optionTags, person, plain, sends, titles } from "./shared.js";

const form = plain("Become a volunteer", `<p><label for="title">Title *</label></p>
  <select id="title" name="title"><option value="">Choose a title</option>${optionTags(titles)}</select>${person}
  <label for="country">Country *</label>
  <select id="country" name="country"><option value="">Choose a country</option>${optionTags(countries)}</select>
  <label for="languages">Languages you speak *</label>
  <select id="languages" name="languages" multiple>${optionTags(languages)}</select>`);
new Choices("#title", { searchEnabled: false });
new Choices("#country");
new Choices("#languages", { removeItemButton: true });
sends(form, () => ({}), "languages");
