// SurveyJS: two pages from a JSON model, with its own Next and Complete buttons.
import { Model } from "survey-core";
import { renderSurvey } from "survey-js-ui";
import { send, thanks } from "./shared.js";

const survey = new Model({
  title: "Apply for a resident's card",
  pages: [
    { name: "you", elements: [
      { type: "text", name: "first", title: "First name", isRequired: true, autocomplete: "given-name" },
      { type: "text", name: "last", title: "Last name", isRequired: true, autocomplete: "family-name" },
    ] },
    { name: "reach", elements: [
      { type: "text", name: "email", title: "Email address", inputType: "email", isRequired: true },
      { type: "text", name: "postcode", title: "Postcode", isRequired: true },
    ] },
  ],
  completedHtml: "<h1>Thank you</h1><p id='said'></p>",
});
survey.onComplete.add(async (sender) => {
  const said = thanks(await send(sender.data));
  document.querySelector("#root").innerHTML = "<main><h1>Thank you</h1><p></p></main>";
  document.querySelector("#root p").textContent = said;
});
renderSurvey(survey, document.getElementById("root"));
