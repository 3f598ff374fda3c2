// Sending files: each on its own, with its progress, by choosing or dropping. Without this script the form sends them all.

function setUp(form) {
  const drop = form.querySelector("[data-drop]");
  const input = form.elements.file;
  form.classList.add("is-scripted");
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    sendAll(form, [...input.files]);
    form.reset();
  });
  for (const name of ["dragenter", "dragover"]) {
    drop.addEventListener(name, (event) => {
      event.preventDefault();
      drop.classList.add("is-over");
    });
  }
  drop.addEventListener("dragleave", (event) => {
    if (!drop.contains(event.relatedTarget)) drop.classList.remove("is-over");
  });
  drop.addEventListener("drop", (event) => {
    event.preventDefault();
    drop.classList.remove("is-over");
    sendAll(form, [...event.dataTransfer.files]);
  });
}

async function sendAll(form, files) {
  const told = files.length === 1 ? ["title", "date", "publisher", "url"] : [];
  const facts = told.filter((name) => form.elements[name]?.value).map((name) => [name, form.elements[name].value]);
  for (const file of files) await send(form, file, facts);
}

function send(form, file, facts) {
  const row = newRow(form, file.name);
  const wrong = whyNot(form, file);
  if (wrong) {
    refuse(row, wrong);
    return Promise.resolve();
  }
  const body = new FormData();
  for (const [name, value] of facts) body.append(name, value);
  body.append("file", file);
  const request = new XMLHttpRequest();
  request.open("POST", form.getAttribute("action"));
  request.setRequestHeader("HX-Request", "true");
  request.setRequestHeader("Accept", "text/html");
  const bar = row.querySelector("progress");
  request.upload.addEventListener("progress", (event) => {
    if (event.lengthComputable) bar.value = event.loaded / event.total;
    row.querySelector(".source").textContent = `sending, ${Math.round((event.loaded / event.total) * 100)} %`;
  });
  return new Promise((done) => {
    request.addEventListener("loadend", () => {
      if (request.status === 200) htmx.swap(row, request.responseText, { swapStyle: "outerHTML" });
      else refuse(row, reasonOf(request));
      done();
    });
    request.send(body);
  });
}

// What can be told before anything is sent.
function whyNot(form, file) {
  const ending = file.name.slice(file.name.lastIndexOf(".")).toLowerCase();
  const known = form.dataset.endings.split(" ");
  if (!known.includes(ending)) return `“${ending}” is no kind of file that is read here. Known kinds: ${known.join(", ")}.`;
  if (file.size > Number(form.dataset.most)) return `It is larger than ${form.dataset.mostWords}.`;
  return "";
}

function reasonOf(request) {
  if (request.status === 0) return "The server does not answer.";
  const page = new DOMParser().parseFromString(request.responseText, "text/html");
  return page.querySelector("main")?.textContent.replace(/\s+/g, " ").trim().slice(0, 300) || "The server refused it.";
}

function newRow(form, name) {
  const row = document.createElement("li");
  row.className = "upload-row";
  const title = document.createElement("span");
  title.className = "upload-row__name";
  title.textContent = name;
  const said = document.createElement("span");
  said.className = "source";
  said.textContent = "sending";
  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", `Sending ${name}`);
  row.append(title, said, bar);
  form.querySelector("[data-uploads]").append(row);
  return row;
}

function refuse(row, why) {
  const tag = document.createElement("span");
  tag.className = "tag tag--bad";
  tag.textContent = "✕ not taken";
  row.querySelector("progress").remove();
  row.querySelector(".source").textContent = why;
  row.querySelector(".source").before(tag);
}

document.querySelectorAll("[data-upload]").forEach(setUp);
