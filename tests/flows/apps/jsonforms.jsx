// JSON Forms with its vanilla renderers.
import { JsonForms } from "@jsonforms/react";
import { vanillaCells, vanillaRenderers } from "@jsonforms/vanilla-renderers";
import { useState } from "react";
import { Page, mount } from "./react_shared.jsx";

const schema = {
  type: "object",
  required: ["name", "postalCode"],
  properties: {
    name: { type: "string" }, street: { type: "string" }, town: { type: "string" }, postalCode: { type: "string" },
  },
};
const control = (name, label) => ({ type: "Control", scope: `#/properties/${name}`, label });
const layout = { type: "VerticalLayout", elements: [
  control("name", "Full name"), control("street", "Street address"), control("town", "Town"), control("postalCode", "Postal code"),
] };

function Recycling({ submit }) {
  const [data, setData] = useState({});
  return (
    <form onSubmit={(event) => { event.preventDefault(); submit(data); }}>
      <JsonForms schema={schema} uischema={layout} data={data} renderers={vanillaRenderers} cells={vanillaCells}
        onChange={({ data: changed }) => setData(changed)} />
      <button>Order a recycling box</button>
    </form>
  );
}

mount(<Page title="Order a recycling box">{(submit) => <Recycling submit={submit} />}</Page>);
