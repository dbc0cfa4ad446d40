// Tom Select: single, searchable, multiple, over native selects; a text input that takes new entries.
import TomSelect from "tom-select";
import "tom-select/dist/css/tom-select.css";
import { countries, languages, optionTags, person, plain, sends, titles } from "./shared.js";

const form = plain("Become a volunteer", `<label for="title">Title *</label>
  <select id="title" name="title" required><option value="">Choose a title</option>${optionTags(titles)}</select>${person}
  <label for="country">Country *</label>
  <select id="country" name="country" required><option value="">Choose a country</option>${optionTags(countries)}</select>
  <label for="languages">Languages you speak *</label>
  <select id="languages" name="languages" multiple required>${optionTags(languages)}</select>`);
form.noValidate = true;
for (const id of ["title", "country", "languages"]) new TomSelect(`#${id}`, { maxOptions: null });
sends(form, () => ({}), "languages");
