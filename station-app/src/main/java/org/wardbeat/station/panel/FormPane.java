package org.wardbeat.station.panel;

import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.wardbeat.station.acting.ActMessage;

/**
 * The fields of a form, shown anew after each change. User-interface thread only.
 *
 * @param <F> the form
 */
public abstract class FormPane<F extends PanelForm> implements BedPanel {
  protected final F form;
  protected final VBox body = new VBox();

  protected FormPane(F form) {
    this.form = form;
    body.getStyleClass().add("panel-body");
  }

  /** Shows what the form holds now. */
  protected abstract void render();

  /** Changes the form and shows it. */
  protected final void edited(Runnable change) {
    change.run();
    render();
  }

  @Override
  public final Region body() {
    return body;
  }

  @Override
  public final void show(PanelState state) {
    form.look(state);
    render();
  }

  @Override
  public final void confirm() {
    form.confirm();
    render();
  }

  @Override
  public final ActMessage message() {
    return form.message();
  }

  @Override
  public final void warn(String words) {
    form.warn(words);
  }

  @Override
  public final boolean isDirty() {
    return form.isDirty();
  }
}
