using System.Runtime.ExceptionServices;
using MetaDsl.LibTorch;

namespace TorchSharp;

/// <summary>
/// Disposes, when it ends, every tensor that was made while it was the innermost open scope of its thread and has not been moved out of it.
/// </summary>
public sealed class DisposeScope : IDisposable
{
    private readonly HashSet<IDisposable> held = new(ReferenceEqualityComparer.Instance);
    private readonly Lock gate = new();
    private readonly ThreadLedger thread;
    private readonly DisposeScope? outer;
    private bool ended;

    internal DisposeScope(ThreadLedger thread)
    {
        this.thread = thread;
        outer = thread.Scope;
        thread.Scope = this;
    }

    /// <summary>How many things this scope will dispose.</summary>
    public int DisposablesCount
    {
        get
        {
            lock (gate) return held.Count;
        }
    }

    public IReadOnlyList<IDisposable> DisposablesView
    {
        get
        {
            lock (gate) return [.. held];
        }
    }

    public bool Contains(IDisposable disposable)
    {
        lock (gate) return held.Contains(disposable);
    }

    public void Attach(IDisposable disposable)
    {
        ArgumentNullException.ThrowIfNull(disposable);
        ObjectDisposedException.ThrowIf(ended, this);
        if (disposable is torch.Tensor tensor)
        {
            tensor.scope?.Leave(tensor);
            tensor.scope = this;
        }

        Enter(disposable);
    }

    public void Attach(params IDisposable[] disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        foreach (var disposable in disposables) Attach(disposable);
    }

    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        var all = disposables.ToArray();
        Attach(all);
        return all;
    }

    /// <summary>Takes something out of this scope for good; its owner disposes it from now on.</summary>
    public T Detach<T>(T disposable)
        where T : IDisposable
    {
        MoveToOther(null, disposable);
        return disposable;
    }

    public (T1 first, T2 second) Detach<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(null, first, second);

    public (T1 first, T2 second, T3 third) Detach<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(null, first, second, third);

    public void Detach(params IDisposable[] disposables) => MoveToOther(null, disposables);

    public void Detach(IEnumerable<IDisposable> disposables) => MoveToOther(null, disposables);

    /// <summary>Hands something over to the scope around this one, or to nobody when there is none.</summary>
    public T MoveToOuter<T>(T disposable)
        where T : IDisposable => MoveToOther(outer, disposable);

    public (T1 first, T2 second) MoveToOuter<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => MoveToOther(outer, first, second);

    public (T1 first, T2 second, T3 third) MoveToOuter<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => MoveToOther(outer, first, second, third);

    public void MoveToOuter(params IDisposable[] disposables) => MoveToOther(outer, disposables);

    public void MoveToOuter(IEnumerable<IDisposable> disposables) => MoveToOther(outer, disposables);

    public T MoveToOther<T>(DisposeScope? scope, T disposable)
        where T : IDisposable
    {
        Move(disposable, scope);
        return disposable;
    }

    public (T1 first, T2 second) MoveToOther<T1, T2>(DisposeScope? scope, T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second));

    public (T1 first, T2 second, T3 third) MoveToOther<T1, T2, T3>(DisposeScope? scope, T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable => (MoveToOther(scope, first), MoveToOther(scope, second), MoveToOther(scope, third));

    public void MoveToOther(DisposeScope? scope, params IDisposable[] disposables)
    {
        ArgumentNullException.ThrowIfNull(disposables);
        foreach (var disposable in disposables) Move(disposable, scope);
    }

    public void MoveToOther(DisposeScope? scope, IEnumerable<IDisposable> disposables) => MoveToOther(scope, disposables.ToArray());

    /// <summary>Tells the scope that something has been disposed elsewhere.</summary>
    public void MarkAsDisposed(IDisposable disposable) => Leave(disposable);

    /// <summary>Disposes everything now; the scope stays open.</summary>
    public void DisposeEverything() => DisposeEverythingBut([]);

    public T DisposeEverythingBut<T>(T keep)
        where T : IDisposable
    {
        DisposeEverythingBut([keep]);
        return keep;
    }

    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second)
        where T1 : IDisposable
        where T2 : IDisposable
    {
        DisposeEverythingBut([first, second]);
        return (first, second);
    }

    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable
        where T2 : IDisposable
        where T3 : IDisposable
    {
        DisposeEverythingBut([first, second, third]);
        return (first, second, third);
    }

    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep) => DisposeEverythingBut(inKeep.ToArray());

    public void DisposeEverythingBut(params IDisposable[] keep)
    {
        IDisposable[] doomed;
        lock (gate) doomed = [.. held.Except(keep, ReferenceEqualityComparer.Instance).Cast<IDisposable>()];
        ExceptionDispatchInfo? failure = null;
        foreach (var disposable in doomed)
        {
            Leave(disposable);
            try
            {
                disposable.Dispose();
            }
            catch (Exception exception)
            {
                // One that fails must not keep the others alive.
                failure ??= ExceptionDispatchInfo.Capture(exception);
            }
        }

        failure?.Throw();
    }

    public void Dispose()
    {
        if (ended) return;
        ended = true;
        Close();
        DisposeEverything();
    }

    internal void Enter(IDisposable disposable)
    {
        lock (gate) held.Add(disposable);
    }

    internal void Leave(IDisposable disposable)
    {
        lock (gate) held.Remove(disposable);
    }

    // A list of gradients may hold a null for an unused input; there is nothing to move then.
    private void Move(IDisposable disposable, DisposeScope? destination)
    {
        if (disposable is null) return;
        // A scope that has ended will dispose nothing any more, so it is as good as none.
        if (destination is { ended: true }) destination = null;
        Leave(disposable);
        if (disposable is torch.Tensor tensor) tensor.scope = destination;
        destination?.Enter(disposable);
    }

    // Scopes that were opened inside this one and never ended end with it.
    private void Close()
    {
        var open = thread.Scope;
        while (open is not null && open != this) open = open.outer;
        if (open is null) return;
        while (thread.Scope is { } inner && inner != this)
        {
            thread.Scope = inner.outer;
            inner.ended = true;
            inner.DisposeEverything();
        }

        thread.Scope = outer;
    }
}
