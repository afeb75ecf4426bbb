package org.wardbeat.systemtests.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.wardbeat.systemtests.process.Child;
import org.wardbeat.systemtests.process.Part;
import org.wardbeat.systemtests.process.Ports;
import org.wardbeat.systemtests.process.Tools;

/** A real nginx in front of a port, as hospitals set it up, well or badly. */
public final class Nginx implements Part {
  /** What passes and what does not. */
  public enum Setup {
    /** As its documentation says for WebSockets. */
    CORRECT(
        """
        proxy_http_version 1.1;
        proxy_set_header Upgrade $http_upgrade;
        proxy_set_header Connection $upgrade_or_close;
        proxy_buffering off;
        """),
    /** The same, but what is idle for 5 s is closed. */
    IDLE_TIMEOUT(CORRECT.directives + "proxy_read_timeout 5s;\nproxy_send_timeout 5s;\n"),
    /**
     * As without any further thought: HTTP/1.0 to the server, and hop-by-hop headers, Upgrade among
     * them, stay behind.
     */
    STRIPS_UPGRADE(""),
    /** The same, and answers are held until they are whole, whatever they ask for. */
    BUFFERS(
        """
        proxy_buffering on;
        proxy_buffer_size 64k;
        proxy_buffers 16 512k;
        proxy_busy_buffers_size 1m;
        proxy_ignore_headers X-Accel-Buffering;
        """);

    private final String directives;

    Setup(String directives) {
      this.directives = directives;
    }
  }

  @SuppressWarnings("InlineFormatString") // a file is read better by itself
  private static final String CONFIGURATION =
      """
      daemon off;
      master_process off;
      worker_rlimit_nofile 4096;
      pid %1$s/nginx.pid;
      error_log stderr warn;
      events { worker_connections 2048; }
      http {
        access_log off;
        client_body_temp_path %1$s/body;
        proxy_temp_path %1$s/proxy;
        fastcgi_temp_path %1$s/fastcgi;
        uwsgi_temp_path %1$s/uwsgi;
        scgi_temp_path %1$s/scgi;
        map $http_upgrade $upgrade_or_close { default upgrade; '' close; }
        server {
          listen 127.0.0.1:%2$d%3$s
          location / {
            proxy_pass http://127.0.0.1:%4$d;
            %5$s
          }
        }
      }
      """;

  private final Child child;
  private final int port;

  private Nginx(Child child, int port) {
    this.child = child;
    this.port = port;
  }

  /** Starts one, or skips the test where nginx is not installed. */
  public static Nginx start(Path folder, Setup setup, int targetPort) {
    return launch(folder, setup, targetPort, ";");
  }

  /** The same with TLS on the side of who connects. */
  public static Nginx startTls(
      Path folder, Setup setup, int targetPort, Certificates certificates) {
    String tls =
        " ssl;\nssl_certificate %s;\nssl_certificate_key %s;"
            .formatted(certificates.certificate(), certificates.key());
    return launch(folder, setup, targetPort, tls);
  }

  private static Nginx launch(Path folder, Setup setup, int targetPort, String security) {
    String program = Tools.require("nginx");
    int port = Ports.free();
    Path file = folder.resolve("nginx-%d.conf".formatted(port));
    try {
      Files.writeString(
          file, CONFIGURATION.formatted(folder, port, security, targetPort, setup.directives));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Child child =
        Child.start("nginx", List.of(program, "-p", folder.toString(), "-c", file.toString()));
    Ports.awaitListening(port, child);
    return new Nginx(child, port);
  }

  public int port() {
    return port;
  }

  @Override
  public void close() {
    child.close();
  }
}
