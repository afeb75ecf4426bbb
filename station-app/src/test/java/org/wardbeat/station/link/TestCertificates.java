package org.wardbeat.station.link;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A hospital's authority and what it signs, made by the JDK's keytool. */
final class TestCertificates {
  private static final String PASSWORD = "changeit";

  private final Path directory;
  private final Path authority;

  TestCertificates(Path directory) throws IOException, InterruptedException {
    this.directory = directory;
    authority = directory.resolve("authority.p12");
    keytool(authority, "-alias", "authority", "-dname", "CN=Hospital", "-ext", "bc:c=ca:true");
  }

  X509Certificate authority() throws IOException, GeneralSecurityException {
    return (X509Certificate) load(authority).getCertificate("authority");
  }

  /** TLS of a server whose certificate the authority signed. */
  SSLContext server(String name, String alternativeName, String... more)
      throws IOException, InterruptedException, GeneralSecurityException {
    Path store = Files.createTempFile(directory, name, ".p12");
    Files.copy(authority, store, StandardCopyOption.REPLACE_EXISTING);
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-alias",
                name,
                "-dname",
                "CN=" + name,
                "-signer",
                "authority",
                "-ext",
                "san=" + alternativeName));
    arguments.addAll(List.of(more));
    keytool(store, arguments.toArray(String[]::new));
    KeyStore loaded = load(store);
    loaded.deleteEntry("authority"); // or it might be shown instead
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(loaded, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(Path store, String... arguments)
      throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD));
    command.addAll(List.of(arguments));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
  }

  private static KeyStore load(Path store) throws IOException, GeneralSecurityException {
    KeyStore loaded = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      loaded.load(in, PASSWORD.toCharArray());
    }
    return loaded;
  }
}
