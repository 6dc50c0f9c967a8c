// Draws every diagram of processes/ as a PNG beside this file, with the engine of Camunda Modeler (bpmn-js) in an installed
// Chromium (CHROMIUM names another browser). The bpmn.io mark in the corner belongs to the licence of bpmn-js: it stays.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const WIDTH = 1600;
const MARGIN = 20;
const ROOM_FOR_THE_MARK = 30;

const diagrams = new URL('../../processes/', import.meta.url);
const viewer = createRequire(import.meta.url).resolve('bpmn-js/dist/bpmn-viewer.production.min.js');

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
});
for (const file of await readdir(diagrams)) {
  if (file.endsWith('.bpmn')) {
    await draw(await readFile(new URL(file, diagrams), 'utf8'), file.replace('.bpmn', '.png'));
  }
}
await browser.close();

async function draw(xml, picture) {
  const page = await browser.newPage();
  await page.setContent('<body style="margin: 0; background: white"><div id="canvas"></div></body>');
  await page.addScriptTag({ path: viewer });
  const height = await page.evaluate(fitToWidth, xml, WIDTH, MARGIN, ROOM_FOR_THE_MARK);
  await page.setViewport({ width: WIDTH, height });
  await page.screenshot({ path: new URL(picture, import.meta.url).pathname });
  await page.close();
  console.log(`${picture}: ${WIDTH} x ${height}`);
}

/** Runs in the browser; returns the height of the picture. */
async function fitToWidth(xml, width, margin, mark) {
  const element = document.getElementById('canvas');
  element.style.width = `${width}px`;
  element.style.height = `${width}px`;
  const viewer = new window.BpmnJS({ container: element });
  const { warnings } = await viewer.importXML(xml);
  if (warnings.length > 0) {
    throw new Error(warnings.map(({ message }) => message).join('\n'));
  }
  const canvas = viewer.get('canvas');
  const drawn = canvas.viewbox().inner;
  const view = {
    x: drawn.x - margin,
    y: drawn.y - margin,
    width: drawn.width + 2 * margin,
    height: drawn.height + 2 * margin + mark,
  };
  const height = Math.ceil((width * view.height) / view.width);
  element.style.height = `${height}px`;
  canvas.resized();
  canvas.viewbox(view);
  return height;
}
