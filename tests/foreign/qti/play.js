// Shows an item in the player and gives it each answer in turn; tells the score and the feedback of each.
async ([xml, answers]) => {
  const inside = xml.replace(/<\?xml[^>]*\?>/g, "").replace(/<(qti-[a-z-]+)([^>]*)\/>/g, "<$1$2></$1>");
  document.body.innerHTML = inside;
  const item = document.querySelector("qti-assessment-item");
  await item.updateComplete;
  await new Promise((settled) => setTimeout(settled, 0));
  const value = (name) => item.variables.find((one) => one.identifier === name)?.value;
  return answers.map((answer) => {
    item.updateResponseVariable("RESPONSE", answer);
    item.processResponse();
    return { score: Number(value("SCORE")), feedback: [value("FEEDBACK")].flat().map(String) };
  });
}
