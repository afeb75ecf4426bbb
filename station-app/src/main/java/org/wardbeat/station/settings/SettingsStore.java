package org.wardbeat.station.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what is set, and keeps what is being set; the only writer of its files. What counts, the
 * strongest first: what the administrator locks, the command line, the user's and the computer's
 * files, what the administrator sets without locking it, and what holds from the start.
 *
 * <p>A file that cannot be used is kept aside under another name, and the station goes on as if it
 * had not been there. Where only something in it cannot be used, the rest holds, and the file as it
 * was is kept beside it. Reading what holds is for any thread; changing it for one.
 */
public final class SettingsStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SettingsStore.class);

  private static final int MOST_TOLD = 8;

  private final Optional<SettingsPlaces> places;
  private final SettingsFile administrator;
  private final ExecutorService disk =
      Executors.newSingleThreadExecutor(Thread.ofVirtual().name("wardbeat-settings").factory());
  private final List<String> problems = new ArrayList<>();
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private Settings asked;
  private volatile Settings user;
  private volatile Settings computer;
  private final Map<Setting.Scope, AtomicReference<Settings>> changed =
      Map.of(
          Setting.Scope.USER, new AtomicReference<>(Settings.INITIAL),
          Setting.Scope.COMPUTER, new AtomicReference<>(Settings.INITIAL));
  private volatile Settings current;
  private volatile Optional<Path> unwritten = Optional.empty();

  /**
   * Reads the files.
   *
   * @param asked what the command line asks for
   * @param clock names the files that are kept aside
   */
  public SettingsStore(SettingsPlaces places, Settings asked, InstantSource clock) {
    this.places = Optional.of(places);
    this.asked = asked;
    this.administrator = administrators(places.administrator());
    this.user = own(places.user(), Setting.Scope.USER, clock);
    this.computer = own(places.computer(), Setting.Scope.COMPUTER, clock);
    this.current = compose();
  }

  private SettingsStore(Settings asked) {
    this.places = Optional.empty();
    this.asked = asked;
    this.administrator = SettingsFile.NONE;
    this.user = Settings.INITIAL;
    this.computer = Settings.INITIAL;
    this.current = compose();
  }

  /** Settings without any file, which end with the program. */
  public static SettingsStore inMemory(Settings asked) {
    return new SettingsStore(asked);
  }

  private SettingsFile administrators(Path file) {
    try {
      SettingsFile read = SettingsFile.read(file, _ -> true, true);
      read.leftOut().forEach(each -> tell(each, "The rest holds."));
      return read;
    } catch (SettingsProblem e) {
      tell(e.sentence(), "What it sets and locks does not hold.");
      return SettingsFile.NONE;
    }
  }

  private Settings own(Path file, Setting.Scope scope, InstantSource clock) {
    try {
      SettingsFile read = SettingsFile.read(file, setting -> setting.scope() == scope, false);
      if (!read.leftOut().isEmpty()) {
        String kept = copyAside(file, clock);
        read.leftOut().stream().limit(MOST_TOLD).forEach(each -> tell(each, kept));
      }
      return read.settings();
    } catch (SettingsProblem e) {
      tell(e.sentence(), keepAside(file, clock));
      return Settings.INITIAL;
    }
  }

  private static Path aside(Path file, InstantSource clock) {
    return file.resolveSibling(file.getFileName() + ".unusable-" + clock.millis());
  }

  private static String copyAside(Path file, InstantSource clock) {
    Path aside = aside(file, clock);
    try {
      Files.copy(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return "The rest holds; the file as it was is kept as " + aside.getFileName() + ".";
    } catch (IOException e) {
      LOG.warn("{} cannot be copied", file, e);
      return "The rest holds; the file could not be copied.";
    }
  }

  private static String keepAside(Path file, InstantSource clock) {
    Path aside = aside(file, clock);
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
      return "It is kept as " + aside.getFileName() + ", and the usual settings hold.";
    } catch (IOException e) {
      LOG.warn("{} cannot be renamed", file, e);
      return "It could not be renamed; the usual settings hold.";
    }
  }

  private void tell(String problem, String consequence) {
    LOG.warn("{} {}", problem, consequence);
    problems.add(problem + " " + consequence);
  }

  private Settings compose() {
    Settings locked =
        administrator.settings().only(setting -> administrator.locked().contains(setting));
    Settings free = asked.over(user.over(computer)).only(setting -> !isLocked(setting));
    return locked.over(free).over(administrator.settings());
  }

  /** What holds now. */
  public Settings current() {
    return current;
  }

  /** What could not be used at the start, a sentence or two each. */
  public List<String> problems() {
    return List.copyOf(problems);
  }

  /** Whether the administrator keeps everybody from setting it. */
  public boolean isLocked(Setting<?> setting) {
    return administrator.locked().contains(setting);
  }

  /** Where settings are kept; empty if nowhere. */
  public Optional<SettingsPlaces> places() {
    return places;
  }

  /**
   * Sets something, at once and for the future.
   *
   * @return ends once it is written or {@link #unwritten}
   * @throws IllegalArgumentException if it is locked or there is no such value
   */
  public <T> CompletableFuture<Void> set(Setting<T> setting, T value) {
    if (isLocked(setting)) {
      throw new IllegalArgumentException("The administrator has locked " + setting.key() + ".");
    }
    if (setting.form().read(setting.form().write(value)).filter(value::equals).isEmpty()) {
      throw new IllegalArgumentException(
          "Expected " + setting.form().expected() + " for " + setting.key() + ".");
    }
    asked = asked.without(setting);
    Setting.Scope scope = setting.scope();
    if (scope == Setting.Scope.USER) {
      user = user.with(setting, value);
    } else {
      computer = computer.with(setting, value);
    }
    changes(scope).updateAndGet(before -> before.with(setting, value));
    Settings now = compose();
    current = now;
    listeners.forEach(each -> each.accept(now));
    return places
        .map(where -> CompletableFuture.runAsync(() -> write(where, scope), disk))
        .orElseGet(() -> CompletableFuture.completedFuture(null));
  }

  private AtomicReference<Settings> changes(Setting.Scope scope) {
    return Objects.requireNonNull(changed.get(scope));
  }

  /**
   * Writes what was set by then, so that a slow disk is written to once for many changes. What
   * another station has written since this one started stays.
   */
  private void write(SettingsPlaces where, Setting.Scope scope) {
    Path file = scope == Setting.Scope.USER ? where.user() : where.computer();
    Settings changes = changes(scope).getAndSet(Settings.INITIAL);
    if (changes.equals(Settings.INITIAL)) {
      return;
    }
    try {
      SettingsFile.write(file, changes.over(present(file, scope)));
      unwritten = Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be written", file, e);
      changes(scope).updateAndGet(later -> later.over(changes));
      unwritten = Optional.of(file);
    }
  }

  /** What a file says now; what holds here if it has become unusable. */
  private Settings present(Path file, Setting.Scope scope) {
    try {
      return SettingsFile.read(file, setting -> setting.scope() == scope, false).settings();
    } catch (SettingsProblem e) {
      LOG.warn("{} It is written anew.", e.sentence());
      return scope == Setting.Scope.USER ? user : computer;
    }
  }

  /** The file that could not be written when something was set last, if so. */
  public Optional<Path> unwritten() {
    return unwritten;
  }

  /**
   * Hears of each change, on the thread that makes it.
   *
   * @return ends that
   */
  public Runnable listen(Consumer<Settings> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Waits until what was set is written. */
  @Override
  public void close() {
    disk.close();
  }
}
