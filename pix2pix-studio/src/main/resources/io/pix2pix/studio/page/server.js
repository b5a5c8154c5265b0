/* Asks the studio, and tells why where it refuses. */

export class Refused extends Error {}

export async function ask(path, body) {
  let response;
  try {
    response = await fetch(path, body ? {method: 'POST', body} : {cache: 'no-store'});
  } catch (e) {
    throw new Refused('The studio cannot be reached; if it has ended, start it again with pix2pix studio.');
  }
  if (!response.ok) throw new Refused(await reason(response));
  return response;
}

export async function askJson(path, body) {
  return (await ask(path, body)).json();
}

/* A picture of the studio, decoded. */
export async function askPicture(path, body) {
  return createImageBitmap(await (await ask(path, body)).blob());
}

async function reason(response) {
  try {
    const said = await response.json();
    return said.detail || said.title || 'status ' + response.status;
  } catch (e) {
    return 'The studio answered with status ' + response.status + '.';
  }
}
