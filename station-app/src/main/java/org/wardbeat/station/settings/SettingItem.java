package org.wardbeat.station.settings;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.property.editor.PropertyEditor;
import org.jspecify.annotations.Nullable;

/**
 * A line of a sheet: a setting, and what it is set with. User-interface thread only.
 *
 * @param setting what is set
 * @param name its name on the screen
 * @param value what holds now
 * @param isEditable whether the user may set it
 * @param editor what it is set with, which shows the value
 * @param choose called with another value
 * @param <T> the setting's value
 */
record SettingItem<T>(
    Setting<T> setting, String name, T value, boolean isEditable, Node editor, Consumer<T> choose)
    implements PropertySheet.Item {

  PropertyEditor<T> propertyEditor() {
    return new PropertyEditor<>() {
      @Override
      public Node getEditor() {
        return editor;
      }

      @Override
      public T getValue() {
        return value;
      }

      @Override
      public void setValue(T shown) {
        // The line shows one value as long as it is there.
      }
    };
  }

  @Override
  public Class<?> getType() {
    return value.getClass();
  }

  @Override
  public String getCategory() {
    return setting.scope().name();
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable String getDescription() {
    return null;
  }

  @Override
  public T getValue() {
    return value;
  }

  @Override
  @SuppressWarnings("unchecked") // the sheet gives back what the editor told
  public void setValue(Object next) {
    choose.accept((T) next);
  }

  @Override
  public Optional<ObservableValue<? extends Object>> getObservableValue() {
    return Optional.empty();
  }
}
