package org.wardbeat.installers;

import java.io.Serial;

/** Why a package could not be made, in words for the person who asked for it. */
final class PackagingException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  PackagingException(String message) {
    super(message);
  }
}
