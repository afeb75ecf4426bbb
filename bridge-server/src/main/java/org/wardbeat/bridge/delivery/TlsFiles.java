package org.wardbeat.bridge.delivery;

import java.nio.file.Path;

/**
 * With what the bridge proves who it is.
 *
 * @param certificate a PEM file: the bridge's certificate, then those between it and its authority
 * @param key a PEM file: the certificate's private key (PKCS #8), without a password
 */
public record TlsFiles(Path certificate, Path key) {}
