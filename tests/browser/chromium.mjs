// Debian's Chromium as the tests and measurements use it.
import { chromium } from 'playwright-core';

// Software GL (SwiftShader has to be asked for since Chrome 137), pictures that do not depend on the machine, no network.
const FLAGS = ['--no-sandbox', '--use-angle=swiftshader', '--enable-unsafe-swiftshader', '--disable-lcd-text', '--hide-scrollbars',
  '--font-render-hinting=none', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export const launch = () => chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: FLAGS });
