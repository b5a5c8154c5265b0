'use strict';

/*
 * The thread that computes, so that the page stays awake. The page makes it of the text of this
 * function: pages that are opened from a folder may load no scripts for threads.
 */
function worker() {
  let ort = null;
  let session = null;

  async function unzipped(bytes) {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  async function open({code, binary, model}) {
    const script = new Blob([await unzipped(code)], {type: 'text/javascript'});
    ort = await import(URL.createObjectURL(script));
    ort.env.wasm.numThreads = 1; // more need headers that only a server can send
    ort.env.wasm.wasmBinary = (await unzipped(binary)).buffer;
    ort.env.logLevel = 'error';
    session = await ort.InferenceSession.create(model, {executionProviders: ['wasm']});
    return {};
  }

  async function translate({values, shape}) {
    const begun = performance.now();
    const condition = new ort.Tensor('float32', values, shape);
    const {generated} = await session.run({condition});
    return {values: generated.data, shape: generated.dims, seconds: (performance.now() - begun) / 1000};
  }

  self.onmessage = async ({data}) => {
    try {
      const answer = data.model ? await open(data) : await translate(data);
      self.postMessage({...answer, number: data.number});
    } catch (e) {
      self.postMessage({number: data.number, trouble: String(e && e.message || e)});
    }
  };
}
