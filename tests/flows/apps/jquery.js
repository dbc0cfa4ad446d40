// jQuery with the validation plugin; the answer comes by $.ajax, form-encoded.
import $ from "jquery";
import "jquery-validation";

$("form").validate({
  rules: { fullname: "required", email: { required: true, email: true }, postcode: "required" },
  submitHandler(form) {
    $.ajax({ url: "/api" + location.pathname, method: "POST", data: $(form).serialize() }).done((answer) => {
      $("main").html("<h1>Thank you</h1><p></p>").find("p").text(`Your request has been received. Your reference is ${answer.reference}.`);
    });
  },
});
