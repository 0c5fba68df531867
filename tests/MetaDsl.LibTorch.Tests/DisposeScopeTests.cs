using static TorchSharp.torch;

namespace MetaDsl.LibTorch.Tests;

public class DisposeScopeTests
{
    [Fact]
    public void A_scope_disposes_what_was_made_in_it_and_nothing_else()
    {
        using var outside = ones([2]);
        Tensor inside, disposedEarlier;
        using (var scope = NewDisposeScope())
        {
            inside = outside.add(outside);
            disposedEarlier = outside.mul(outside);
            Assert.Equal(2, scope.DisposablesCount);
            disposedEarlier.Dispose();
            Assert.Equal(1, scope.DisposablesCount);
            Assert.True(scope.Contains(inside));
        }

        Assert.True(inside.IsInvalid);
        Assert.False(outside.IsInvalid);
    }

    [Fact]
    public void Tensors_move_outwards_one_scope_at_a_time_or_leave_all_of_them()
    {
        Tensor moved, detached;
        using (var outer = NewDisposeScope())
        {
            using (NewDisposeScope())
            {
                moved = ones([1]).MoveToOuterDisposeScope();
                detached = ones([1]).DetachFromDisposeScope();
            }

            Assert.False(moved.IsInvalid);
            Assert.True(outer.Contains(moved));
        }

        Assert.True(moved.IsInvalid);
        Assert.False(detached.IsInvalid);
        detached.Dispose();
    }

    [Fact]
    public void Everything_but_some_can_be_disposed_while_the_scope_stays_open()
    {
        using var scope = NewDisposeScope();
        var (kept, gone) = (ones([1]), ones([1]));
        Assert.Same(kept, scope.DisposeEverythingBut(kept));
        Assert.False(kept.IsInvalid);
        Assert.True(gone.IsInvalid);
        using var later = ones([1]);
        Assert.True(scope.Contains(later));
    }

    [Fact]
    public void A_scope_that_is_disposed_out_of_order_takes_those_inside_it_along()
    {
        var outer = NewDisposeScope();
        var inner = NewDisposeScope();
        outer.Dispose();
        Assert.NotSame(outer, CurrentDisposeScope);
        Assert.NotSame(inner, CurrentDisposeScope);
        inner.Dispose();
        inner.Dispose();
        Assert.Null(CurrentDisposeScope);
    }

    [Fact]
    public void One_member_that_fails_and_one_that_is_null_do_not_keep_the_others_alive()
    {
        Tensor first, last;
        var scope = NewDisposeScope();
        first = ones([1]);
        scope.Attach(new Failing());
        last = ones([1]);
        scope.MoveToOuter<Tensor>(null!);
        Assert.Throws<InvalidOperationException>(scope.Dispose);
        Assert.True(first.IsInvalid && last.IsInvalid);
        Assert.Throws<ArgumentNullException>(() => scope.Detach((IDisposable[])null!));
    }

    [Fact]
    public void A_scope_that_has_ended_takes_nothing_in()
    {
        var scope = NewDisposeScope();
        scope.Dispose();
        using var tensor = ones([1]);
        Assert.Throws<ObjectDisposedException>(() => scope.Attach(tensor));
        Assert.Equal(0, scope.DisposablesCount);
    }

    private sealed class Failing : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("this one fails");
    }

    [Fact]
    public void A_scope_belongs_to_the_thread_that_opened_it()
    {
        using var scope = NewDisposeScope();
        Tensor? made = null;
        var thread = new Thread(() => made = ones([1]));
        thread.Start();
        thread.Join();
        Assert.False(scope.Contains(made!));
        made!.Dispose();
    }

    [Fact]
    public void Only_the_result_leaves_a_wrapped_expression()
    {
        Tensor? intermediate = null;
        using var result = WrappedTensorDisposeScope(() =>
        {
            intermediate = ones([2]);
            return intermediate.add(intermediate);
        });
        Assert.True(intermediate!.IsInvalid);
        Assert.False(result.IsInvalid);
    }
}
