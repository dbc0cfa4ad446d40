// Select2: single, searchable and multiple, over native selects.
import jQuery from "jquery";
import select2 from "select2/dist/js/select2.js";
import "select2/dist/css/select2.css";
import { countries, languages, optionTags, person, plain, sends, titles } from "./shared.js";

const form = plain("Become a volunteer", `<p><label for="title">Title *</label>
    <select id="title" name="title" required style="width:200px"><option></option>${optionTags(titles)}</select></p>${person}
  <p><label for="country">Country *</label>
    <select id="country" name="country" required style="width:300px"><option></option>${optionTags(countries)}</select></p>
  <p><label for="languages">Languages you speak *</label>
    <select id="languages" name="languages" multiple required style="width:300px">${optionTags(languages)}</select></p>`);
form.noValidate = true;
jQuery.trim ??= (text) => String(text ?? "").trim();
jQuery.isFunction ??= (value) => typeof value === "function";
jQuery.isArray ??= Array.isArray;
if (!jQuery.fn.select2) select2(window, jQuery);
jQuery("#title").select2({ placeholder: "Choose a title", minimumResultsForSearch: Infinity });
jQuery("#country").select2({ placeholder: "Choose a country" });
jQuery("#languages").select2({ placeholder: "Choose languages" });
sends(form, () => ({}), "languages");
