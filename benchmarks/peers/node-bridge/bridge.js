// A straightforward bridge, as one writes it in an afternoon: what the broker publishes of a ward, to every WebSocket client that
// asked for the unit. Vital signs as JSON text, samples as 16-bit integers behind six bytes of header.
//
// node bridge.js BROKER_URL [--deflate]
// Clients connect to ws://127.0.0.1:PORT/?units=A,B (without units: all); the port is in the line "ready ws=...".
import mqtt from 'mqtt';
import { WebSocketServer } from 'ws';

const PAYLOAD_HEADER_BYTES = 24;
const HEADER_BYTES = 6;

const [brokerUrl, ...options] = process.argv.slice(2);
const deflate = options.includes('--deflate');
const sources = new Map(); // "unit/bed/channel" -> what a client must know to understand its samples

const server = new WebSocketServer({
  host: '127.0.0.1',
  port: 0,
  perMessageDeflate: deflate ? { threshold: 0 } : false,
});

server.on('connection', (client, request) => {
  const units = new URL(request.url, 'ws://localhost').searchParams.get('units');
  client.units = units === null ? null : new Set(units.split(','));
  client.on('error', (error) => console.error(error.message));
  for (const source of sources.values()) {
    if (wants(client, source.unit)) {
      client.send(JSON.stringify(source));
    }
  }
});

function wants(client, unit) {
  return client.units === null || client.units.has(unit);
}

// Encoded once for all clients.
function broadcast(unit, data, binary) {
  for (const client of server.clients) {
    if (wants(client, unit)) {
      client.send(data, { binary });
    }
  }
}

function sourceOf(unit, bed, channel) {
  const key = `${unit}/${bed}/${channel}`;
  let source = sources.get(key);
  if (source === undefined) {
    source = { source: sources.size + 1, unit, bed, channel };
    sources.set(key, source);
    broadcast(unit, Buffer.from(JSON.stringify(source)), false);
  }
  return source.source;
}

function numerics(unit, bed, payload) {
  const message = { unit, bed, ...JSON.parse(payload) };
  broadcast(unit, Buffer.from(JSON.stringify(message)), false);
}

// The payload of docs/MAPPING.md is passed through, behind a header of its own.
function waveform(unit, bed, channel, payload) {
  const samples = payload.subarray(PAYLOAD_HEADER_BYTES);
  const message = Buffer.allocUnsafe(HEADER_BYTES + samples.length);
  message.writeUInt16BE(sourceOf(unit, bed, channel), 0);
  message.writeUInt32BE(Number(payload.readBigUInt64BE(8) & 0xffffffffn), 2);
  samples.copy(message, HEADER_BYTES);
  broadcast(unit, message, true);
}

const broker = mqtt.connect(brokerUrl);
broker.on('error', (error) => console.error(error.message));
broker.on('message', (topic, payload) => {
  const [, , unit, bed, kind, channel] = topic.split('/');
  if (kind === 'numerics') {
    numerics(unit, bed, payload);
  } else if (kind === 'waveform') {
    waveform(unit, bed, Number(channel), payload);
  }
});
broker.on('connect', () => {
  const topics = ['wardbeat/v1/+/+/numerics', 'wardbeat/v1/+/+/waveform/+'];
  broker.subscribe(topics, { qos: 1 }, (error) => {
    if (error) {
      console.error(error.message);
      process.exit(1);
    }
    console.log(`ready ws=ws://127.0.0.1:${server.address().port}/`);
  });
});

// Ends with whoever started it.
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
