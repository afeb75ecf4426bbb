/** Makes the pictures in the documents anew. */
@NullMarked
package org.wardbeat.launcher.screens;

import org.jspecify.annotations.NullMarked;
