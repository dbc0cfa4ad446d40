// What every one of our small applications shares: it sends JSON to its own address under /api and says what came back.
export async function send(data) {
  const answer = await fetch("/api" + location.pathname, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(data),
  });
  if (!answer.ok) throw new Error("Sorry, your request could not be sent.");
  return (await answer.json()).reference;
}

export const thanks = (reference) => `Your request has been received. Your reference is ${reference}.`;
